/**
 * The document's shape ⇄ the API's: lists are wrapped in `{ Quantity, Items }`, required empties are filled in,
 * our own fields are stripped. The AWS drivers and the DistributionConfig format share it.
 */
import type { ResourceConfigs, ResourceType } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { FieldShape, List, Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'

type Fields = { [name: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/** Turns an expression into what the API can be sent: an id that is known by now, or a stand-in. */
export type Resolve = (expression: unknown, path: Path) => unknown

function wrapList(shape: List, value: unknown, path: Path, resolve: Resolve): unknown {
  const resolved = isExpression(value) ? resolve(value, path) : value
  const items = (Array.isArray(resolved) ? resolved : []).map((item, index) =>
    wrap(shape.of, item, [...path, index], resolve),
  )
  if (shape.api === 'plain') return items
  if (shape.api === 'items') return { Items: items }
  return items.length > 0 || shape.required ? { Quantity: items.length, Items: items } : { Quantity: 0 }
}

function wrapStructure(shape: Structure, value: Fields, path: Path, resolve: Resolve): Fields {
  const wrapped: Fields = {}
  for (const [name, child] of Object.entries(value)) {
    if (child === undefined || name === 'key') continue
    const field = shape.fields[name]
    wrapped[name] = field ? wrap(field.shape, child, [...path, name], resolve) : child
  }
  for (const [name, field] of Object.entries(shape.fields))
    if (wrapped[name] === undefined && field.whenAbsent !== undefined) wrapped[name] = field.whenAbsent
  if (shape.counted) {
    const items = Array.isArray(wrapped['Items']) ? wrapped['Items'] : []
    wrapped['Quantity'] = items.length
    if (items.length === 0) delete wrapped['Items']
  }
  return wrapped
}

function wrap(shape: Shape, value: unknown, path: Path, resolve: Resolve): unknown {
  if (shape.kind === 'list') return wrapList(shape, value, path, resolve)
  if (isExpression(value)) return resolve(value, path)
  if (shape.kind === 'structure') return isFields(value) ? wrapStructure(shape, value, path, resolve) : value
  return value
}

const cannotResolve: Resolve = (_, path) => {
  throw new Error(`The expression at ${toPointer(path)} has no value yet.`)
}

/**
 * A config as the API takes it. `resolve` says what becomes of references and unknowns; without it, one that is
 * left is a fault of the caller.
 */
export const toApi = <Type extends ResourceType>(
  type: Type,
  config: ResourceConfigs[Type],
  resolve: Resolve = cannotResolve,
): Fields => {
  const wrapped = wrap(resourceKinds[type].config, config, [], resolve)
  return isFields(wrapped) ? wrapped : {}
}

/** A place where the API's own count disagrees with its list. */
export interface QuantityMismatch {
  readonly path: Path
  readonly quantity: number
  readonly items: number
}

class Unwrapper {
  readonly mismatches: QuantityMismatch[] = []

  unwrap(shape: Shape, value: unknown, path: Path): unknown {
    if (shape.kind === 'list') return this.list(shape, value, path)
    if (shape.kind === 'structure') return isFields(value) ? this.structure(shape, value, path) : value
    return value
  }

  private count(value: Fields, items: readonly unknown[], path: Path) {
    const { Quantity: quantity } = value
    if (typeof quantity === 'number' && quantity !== items.length)
      this.mismatches.push({ path, quantity, items: items.length })
  }

  private list(shape: List, value: unknown, path: Path): unknown {
    const items = Array.isArray(value)
      ? value
      : isFields(value) && Array.isArray(value['Items'])
        ? value['Items']
        : []
    if (isFields(value)) this.count(value, items, path)
    return items.map((item, index) => this.unwrap(shape.of, item, [...path, index]))
  }

  private structure(shape: Structure, value: Fields, path: Path): Fields {
    const unwrapped: Fields = {}
    for (const [name, child] of Object.entries(value)) {
      if (child === undefined || child === null) continue
      if (name === 'Quantity' && shape.counted) continue
      const field: FieldShape | undefined = shape.fields[name]
      unwrapped[name] = field ? this.unwrap(field.shape, child, [...path, name]) : child
    }
    if (shape.counted) {
      const items = Array.isArray(unwrapped['Items']) ? unwrapped['Items'] : []
      this.count(value, items, path)
      unwrapped['Items'] = items
    }
    return unwrapped
  }
}

/** A config as the API gives it, in the document's shape; list items have no keys yet. */
export function fromApi<Type extends ResourceType>(
  type: Type,
  value: object,
): { config: ResourceConfigs[Type]; mismatches: readonly QuantityMismatch[] } {
  const unwrapper = new Unwrapper()
  // The shape table gives the value its type's form.
  const config = unwrapper.unwrap(resourceKinds[type].config, value, []) as ResourceConfigs[Type]
  return { config, mismatches: unwrapper.mismatches }
}
