/**
 * One way to say "where" in a design: findings, edits, form fields, trace notes and source positions all use it.
 * A path starts at the document: `['resources', 'Site', 'config', 'Origins', 0, 'DomainName']`.
 */
export type Path = readonly (string | number)[]

/** The value at a path, or undefined where the path leads nowhere. */
export const valueAt = (root: unknown, path: Path): unknown => {
  let value: unknown = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

export const isSamePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index])

/** True where `path` is `ancestor` or lies below it. */
export const isWithin = (path: Path, ancestor: Path): boolean =>
  ancestor.length <= path.length && ancestor.every((step, index) => step === path[index])

const escapeToken = (token: string | number): string | number =>
  typeof token === 'number' || !/[~/]/.test(token) ? token : token.replaceAll('~', '~0').replaceAll('/', '~1')

/** A path as a JSON pointer (RFC 6901). */
export const toPointer = (path: Path): string => {
  let pointer = ''
  for (const step of path) pointer += `/${escapeToken(step)}`
  return pointer
}

/** A JSON pointer as a path; digits-only tokens become numbers. */
export const fromPointer = (pointer: string): Path =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((token) => (/^(0|[1-9]\d*)$/.test(token) ? Number(token) : token))
