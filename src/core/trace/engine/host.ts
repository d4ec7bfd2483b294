/** Names match exactly; `*.x` matches whatever ends in `.x`, and the longest such name wins. */
export function answersTo(names: readonly string[], host: string): string | undefined {
  if (names.includes(host)) return host
  return names
    .filter((name) => name.startsWith('*.') && host.endsWith(name.slice(1)) && host.length >= name.length)
    .sort((a, b) => b.length - a.length)[0]
}
