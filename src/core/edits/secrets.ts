/** What must not travel in a link: values that are secret by their place, or that look like one. */
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { type Path, toPointer } from '#core/model/path.ts'

/** Stands in for a value that was left out. */
export const leftOut = 'left-out-of-the-link'

/** Keys of AWS, private keys and signed tokens. */
const secretText =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/
const secretHeader = /^(authorization|cookie|proxy-authorization|x-api-key)$/i

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** An origin's custom header is how many people make CloudFront known to the origin: its value is a password. */
const isHeaderValue = (path: Path) => path.at(-1) === 'HeaderValue' && path.includes('CustomHeaders')
const isRequestHeader = (path: Path) => path[0] === 'scenarios' && secretHeader.test(String(path.at(-1)))

function withoutSecrets(value: unknown, path: Path, found: string[]): unknown {
  if (typeof value === 'string') {
    const isSecret = value !== '' && (isHeaderValue(path) || isRequestHeader(path) || secretText.test(value))
    if (!isSecret) return value
    found.push(toPointer(path))
    return leftOut
  }
  if (!isObject(value) || isExpression(value)) return value
  if (Array.isArray(value)) {
    if (isRequestHeader(path) && value.length > 0) {
      found.push(toPointer(path))
      return [leftOut]
    }
    return value.map((item, index) => withoutSecrets(item, [...path, index], found))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, [...path, key], found)]),
  )
}

export interface Shareable {
  readonly document: DesignDocument
  /** Pointers of the values that were left out. */
  readonly leftOut: readonly string[]
}

/**
 * A design without its secrets. The text it was opened from goes too where it would hold one of them, or a value for
 * a parameter: the link then opens as a design of its own.
 */
export function shareable(design: DesignDocument): Shareable {
  const { source, environments, ...rest } = design
  const found: string[] = []
  // Only strings were replaced, by strings.
  const clean = withoutSecrets(rest, [], found) as DesignDocument
  const hasParameters = Object.keys(source?.parameters ?? {}).length > 0
  // The values of environments are those of deployments: they stay where the design is.
  const hasValues = hasParameters || Object.keys(environments ?? {}).length > 0
  const isTextClean = found.length === 0 && !hasValues && source && !secretText.test(source.text)
  return { document: isTextClean ? { ...clean, source } : clean, leftOut: found }
}
