import type { Tree } from '#core/formats/tree.ts'

/** A value as JSON on one line; `spaced` as people write it, else as programs do. */
export function inlineJson(value: Tree, spaced: boolean): string {
  if (!spaced || typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => inlineJson(item, spaced)).join(', ')}]`
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${inlineJson(item, spaced)}`,
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** A value as JSON over several lines; `lead` is what stands before each line after the first. */
export const prettyJson = (value: Tree, unit: string, lead: string): string =>
  JSON.stringify(value, null, unit).replaceAll('\n', `\n${lead}`)
