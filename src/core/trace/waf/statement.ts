/** One kind of statement of AWS WAF: a file each, listed in the registry. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { type Inspected, inspectOf } from './fields.ts'
import { listOf, numberOf, objectOf, textOf } from './json.ts'
import { transformations } from './transformations.ts'
import type { Matcher, WafRequest } from './web-acl.ts'

export interface StatementContext {
  readonly document: DesignDocument
  /** Of the rule: what a rate-based statement counts under. */
  readonly ruleName: string
  readonly compile: (statement: Json | undefined) => Compiled
}

/** A matcher, or why the trace cannot play the statement. */
export type Compiled = { readonly matches: Matcher } | { readonly unplayed: string }

export interface StatementKind {
  /** AWS's own name: `GeoMatchStatement`. */
  readonly name: string
  readonly compile: (config: JsonObject, context: StatementContext) => Compiled
}
export const defineStatement = (kind: StatementKind): StatementKind => kind

type Transform = (text: string) => string

function transformOf(list: Json | undefined): Transform | string {
  const steps = listOf(list)
    .map(objectOf)
    .sort((a, b) => (numberOf(a['Priority']) ?? 0) - (numberOf(b['Priority']) ?? 0))
    .map(({ Type }) => textOf(Type) ?? 'NONE')
  const missing = steps.find((name) => !Object.hasOwn(transformations, name))
  if (missing !== undefined) return missing
  return (text) => steps.reduce((at, name) => transformations[name]?.(at) ?? at, text)
}

/** A matcher over the texts of a statement's field, each transformed; any text that fits will do. */
export function overField(config: JsonObject, fits: (text: string) => boolean): Compiled {
  const inspect = inspectOf(config['FieldToMatch'])
  const transform = transformOf(config['TextTransformations'])
  if (!inspect)
    return { unplayed: `the field ${Object.keys(objectOf(config['FieldToMatch']))[0] ?? '(none)'}` }
  if (typeof transform === 'string') return { unplayed: `the text transformation ${transform}` }
  return {
    matches: (request) => {
      const inspected: Inspected = inspect(request)
      if (inspected === 'match') return true
      return inspected !== 'no-match' && inspected.some((text) => fits(transform(text)))
    },
  }
}

/** The address that a statement looks at: the viewer's, or one out of a header. */
export function addressesOf(
  config: Json | undefined,
): (request: WafRequest) => readonly string[] | 'match' | 'no-match' {
  const { HeaderName, FallbackBehavior, Position } = objectOf(config)
  const header = textOf(HeaderName)?.toLowerCase()
  if (header === undefined) return ({ ip }) => [ip]
  const fallback = textOf(FallbackBehavior) === 'MATCH' ? 'match' : 'no-match'
  return ({ headers }) => {
    const found = (headers.combined(header) ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== '')
    if (found.length === 0) return fallback
    const position = textOf(Position) ?? 'FIRST'
    return position === 'ANY' ? found : [position === 'LAST' ? (found.at(-1) ?? '') : (found[0] ?? '')]
  }
}
