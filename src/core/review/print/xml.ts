/** Elements as text, with everything that comes from a design escaped. */

import { tableOf } from '#core/ground/names.ts'

const special: Readonly<Record<string, string>> = tableOf({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
})

/** Characters that mean something to a browser become entities; what no document may hold is left out. */
export const text = (words: string): string =>
  words
    .replaceAll(/[&<>"]/g, (character) => special[character] ?? character)
    .replaceAll(/[^\t\n\r\u0020-\uffff]/g, '')

/** `children` are markup already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string =>
  `<${name}${Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${text(String(value))}"`)
    .join('')}>${children.join('')}</${name}>`
