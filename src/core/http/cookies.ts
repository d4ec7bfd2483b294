/** A cookie as it was sent. The pairs are split by hand, since they are forwarded exactly as they came. */
export interface CookiePair {
  readonly name: string
  readonly value: string
}

/** The pairs of all `Cookie` fields, in order. */
export function cookiePairs(fields: readonly string[]): CookiePair[] {
  return fields
    .flatMap((field) => field.split(';'))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const equals = text.indexOf('=')
      return equals < 0
        ? { name: text, value: '' }
        : { name: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() }
    })
}

/** The field value that carries the pairs. */
export const cookieText = (pairs: readonly CookiePair[]): string =>
  pairs.map(({ name, value }) => `${name}=${value}`).join('; ')

export const cookieValue = (pairs: readonly CookiePair[], name: string): string | undefined =>
  pairs.find((pair) => pair.name === name)?.value
