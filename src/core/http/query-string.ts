/** One parameter as it was sent; nothing is decoded, since CloudFront compares and forwards the raw text. */
export interface QueryParameter {
  readonly name: string
  /** `name=value`, `name=` or `name`. */
  readonly text: string
}

/** The parameters of a raw query string (without `?`), in order; empty pieces are dropped. */
export function queryParameters(query: string): QueryParameter[] {
  if (query === '') return []
  return query
    .split('&')
    .filter((text) => text !== '')
    .map((text) => {
      const equals = text.indexOf('=')
      return { name: equals < 0 ? text : text.slice(0, equals), text }
    })
}

/** The raw query string of the parameters for which `keep` says so; their order stays. */
export const filterQuery = (query: string, keep: (name: string) => boolean): string =>
  query === ''
    ? ''
    : queryParameters(query)
        .filter(({ name }) => keep(name))
        .map(({ text }) => text)
        .join('&')

/** The first value of a parameter, decoded; undefined where it is absent. */
export function queryValue(query: string, name: string): string | undefined {
  const found = queryParameters(query).find((parameter) => parameter.name === name)
  if (!found) return undefined
  const raw = found.text.slice(name.length + 1)
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
