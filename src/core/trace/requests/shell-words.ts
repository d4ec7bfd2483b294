/** A command line split as a POSIX shell splits it, for commands that people paste from a browser or a manual. */
import { tableOf } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'

const ansiEscapes: Readonly<Record<string, string>> = tableOf({
  n: '\n',
  r: '\r',
  t: '\t',
  "'": "'",
  '"': '"',
  '\\': '\\',
})

/** What `$'…'` writes with backslashes: bash's form, which browsers use when they copy a request. */
const unescapeAnsi = (text: string): string =>
  text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs, (_, four, two, plain: string) =>
    four || two ? String.fromCharCode(Number.parseInt(four ?? two, 16)) : (ansiEscapes[plain] ?? plain),
  )

/** Each alternative is one piece of a word; pieces without space between them belong together. */
const piece =
  /\$'((?:[^'\\]|\\.)*)'|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\\r?\n|\\(.)|([^\s'"\\$]+|\$)|(\s+)|(['"])/gsy

/** The words of a command; fails with a sentence where a quote is not closed. Variables are not expanded. */
export function shellWords(command: string): Result<string[], string> {
  const words: string[] = []
  let word: string | undefined
  for (const match of command.matchAll(piece)) {
    const [, ansi, single, double, escaped, plain, space, open] = match
    if (open !== undefined) return failed(`The quote ${open} at character ${match.index + 1} is not closed.`)
    if (space !== undefined) {
      if (word !== undefined) words.push(word)
      word = undefined
      continue
    }
    const text =
      ansi !== undefined
        ? unescapeAnsi(ansi)
        : (single ?? double?.replaceAll(/\\(["\\$`])/g, '$1').replaceAll('\\\n', '') ?? escaped ?? plain)
    if (text !== undefined) word = (word ?? '') + text
  }
  if (word !== undefined) words.push(word)
  return ok(words)
}
