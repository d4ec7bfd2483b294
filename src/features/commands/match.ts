/** How well one typed word fits: at the beginning, at that of a word, within one; undefined where it does not. */
function wordRank(label: string, word: string): number | undefined {
  const at = label.indexOf(word)
  if (at === -1) return undefined
  if (at === 0) return 0
  return /[\s“/(@*-]/.test(label[at - 1] ?? '') || label.includes(` ${word}`) ? 1 : 2
}

/** The letters typed begin the words of a label, in their order: `fcb` is “Fit canvas behind”. */
function areInitials(label: string, letters: string): boolean {
  let place = 0
  for (const word of label.split(/[\s/(:,-]+/)) if (word.startsWith(letters[place] ?? ' ')) place += 1
  return letters.length > 1 && place >= letters.length
}

/**
 * How well what is typed fits a label: lower is better; undefined where it does not. Every word has to be there, in
 * any order, or the letters begin its words. Letters scattered over a label fit nearly everything, so they do not count.
 */
export function matchRank(label: string, query: string): number | undefined {
  const words = label.toLowerCase()
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return 0
  const whole = wordRank(words, wanted)
  if (whole !== undefined) return whole
  const ranks = wanted.split(/\s+/).map((word) => wordRank(words, word))
  if (ranks.every((rank) => rank !== undefined)) return 3 + Math.max(...ranks)
  return areInitials(words, wanted.replaceAll(' ', '')) ? 6 : undefined
}
