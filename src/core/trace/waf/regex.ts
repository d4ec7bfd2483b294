/** AWS WAF's regular expressions (PCRE without back-references and the like) as JavaScript's; undefined where they differ. */
export function regexOf(pattern: string | undefined): RegExp | undefined {
  if (pattern === undefined) return undefined
  const flags = /^\(\?([ims]+)\)/.exec(pattern)
  try {
    return new RegExp(flags ? pattern.slice(flags[0].length) : pattern, flags?.[1] ?? '')
  } catch {
    return undefined
  }
}
