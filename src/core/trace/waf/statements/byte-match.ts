import { textOf } from '#core/trace/waf/json.ts'
import { defineStatement, overField } from '#core/trace/waf/statement.ts'

const word = /[A-Za-z0-9_]/

function containsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + wanted.length] ?? ' '
    if (!word.test(before) && !word.test(after)) return true
  }
  return false
}

const constraints: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  EXACTLY: (text, wanted) => text === wanted,
  STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  ENDS_WITH: (text, wanted) => text.endsWith(wanted),
  CONTAINS: (text, wanted) => text.includes(wanted),
  CONTAINS_WORD: containsWord,
}

/** A string that the template has in base64 instead of as text. */
function fromBase64(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : atob(text)
  } catch {
    return undefined
  }
}

export const byteMatch = defineStatement({
  name: 'ByteMatchStatement',
  compile(config) {
    const wanted = textOf(config['SearchString']) ?? fromBase64(textOf(config['SearchStringBase64']))
    const name = textOf(config['PositionalConstraint']) ?? ''
    const fits = Object.hasOwn(constraints, name) ? constraints[name] : undefined
    if (wanted === undefined || !fits)
      return { unplayed: 'a string match whose string or position is not known' }
    return overField(config, (text) => fits(text, wanted))
  },
})
