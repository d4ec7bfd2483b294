/** How well typed letters fit a label: lower is better; undefined where they do not fit. */
export function matchRank(label: string, query: string): number | undefined {
  const words = label.toLowerCase()
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return 0
  const at = words.indexOf(wanted)
  if (at === 0) return 0
  if (at > 0) return words[at - 1] === ' ' ? 1 : 2
  // Letters in their order, anywhere; the fewer gaps the better.
  let place = -1
  let gaps = 0
  for (const letter of wanted.replaceAll(' ', '')) {
    const next = words.indexOf(letter, place + 1)
    if (next === -1) return undefined
    if (next > place + 1) gaps += 1
    place = next
  }
  return 3 + gaps
}
