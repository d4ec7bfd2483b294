/**
 * Values of a type that their field does not have: a list for a domain name, a text for a structure. Sources hold
 * them by mistake, and the document keeps them for the source's sake; whoever reads fields sees them as unknown.
 */
import { bare } from '#core/ground/names.ts'
import { oncePerPair } from '#core/model/distribution.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { isExpression, type Json, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceKind } from '#core/resources/index.ts'

export interface Misfit {
  readonly path: Path
  /** What the field takes: `a text`. */
  readonly due: string
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nouns = { string: 'a text', bytes: 'a text', number: 'a number', boolean: 'true or false' } as const

const unknownIn = (value: unknown): Unknown => ({
  unknown: JSON.stringify(value),
  // What a source holds is JSON.
  expression: value as Json,
})

/** What readers of templates take for one another: texts that are numbers or truth values, and the reverse. */
function coerced(type: keyof typeof nouns, value: unknown): unknown {
  if (type === 'number')
    return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined
  if (type === 'boolean') return value === 'true' || value === 'false' ? value === 'true' : undefined
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Items of lists in which all fits the shape. */
const fitting = new WeakMap<object, Shape>()

/** Reads one resource's config; gives the very same object where everything fits. */
class Reading {
  readonly misfits: Misfit[] = []

  private misfit(value: unknown, due: string, path: Path): Unknown {
    // A field that is null is reported by its reader.
    if (value !== null) this.misfits.push({ path, due })
    return unknownIn(value)
  }

  read(shape: Shape, value: unknown, path: Path): unknown {
    if (value === undefined) return value
    if (shape.kind === 'list') return this.list(shape.of, value, path)
    if (isExpression(value)) return value
    if (shape.kind === 'structure')
      return isFields(value) ? this.structure(shape, value, path) : this.misfit(value, 'a structure', path)
    const { type } = shape
    if (type === 'bytes' && value instanceof Uint8Array) return value
    if (typeof value === (type === 'bytes' ? 'string' : type)) return value
    return coerced(type, value) ?? this.misfit(value, nouns[type], path)
  }

  private list(of: Shape, value: unknown, path: Path): unknown {
    if (isExpression(value)) return [value]
    if (!Array.isArray(value)) return [this.misfit(value, 'a list', path)]
    const items = value.map((item, index) => this.item(of, item, [...path, index]))
    return items.every((item, index) => item === value[index]) ? value : items
  }

  /** What fits is known to fit as long as it lives: an edit makes new only what leads to its place. */
  private item(shape: Shape, item: unknown, path: Path): unknown {
    if (!isFields(item)) return this.read(shape, item, path)
    if (fitting.get(item) === shape) return item
    const before = this.misfits.length
    const read = this.read(shape, item, path)
    if (read === item && this.misfits.length === before) fitting.set(item, shape)
    return read
  }

  structure(shape: Structure, value: Fields, path: Path): Fields {
    let read: Record<string, unknown> | undefined
    for (const [name, child] of Object.entries(value)) {
      const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
      const next = field ? this.read(field.shape, child, [...path, name]) : child
      if (next === child) continue
      read ??= { ...value }
      read[name] = next
    }
    return read ?? value
  }
}

interface Read {
  readonly config: Fields
  readonly misfits: readonly Misfit[]
}

/** Found once for each state of a config: a design is read again after each edit, and an edit touches one resource. */
const readBefore = new WeakMap<object, Read>()
const fittingBefore = new WeakMap<DesignDocument['resources'], readonly [DesignDocument, readonly Misfit[]]>()

function readConfig(shape: Structure, config: Fields): Read {
  const before = readBefore.get(config)
  if (before) return before
  const reading = new Reading()
  const read = { config: reading.structure(shape, config, []), misfits: reading.misfits }
  readBefore.set(config, read)
  return read
}

const fittedOf = oncePerPair((resource: Resource, config: Fields) => ({ ...resource, config }))

function readAll(document: DesignDocument): readonly [DesignDocument, readonly Misfit[]] {
  const before = fittingBefore.get(document.resources)
  if (before) return before
  const misfits: Misfit[] = []
  const changed: Record<string, unknown> = bare()
  for (const [id, resource] of Object.entries(document.resources)) {
    const { type, config } = resource
    const kind = resourceKind(type)
    if (!kind) continue
    const read = readConfig(kind.config, isFields(config) ? config : {})
    misfits.push(...read.misfits.map((one) => ({ ...one, path: ['resources', id, 'config', ...one.path] })))
    if (read.config !== config) changed[id] = fittedOf(resource, read.config)
  }
  const resources =
    Object.keys(changed).length === 0
      ? document.resources
      : // Each resource keeps its type; only fields that did not fit it have become unknown.
        ({ ...document.resources, ...changed } as DesignDocument['resources'])
  const result = [{ ...document, resources }, misfits] as const
  fittingBefore.set(document.resources, result)
  fittingBefore.set(resources, result)
  return result
}

/** The design with every value that does not fit its field made unknown; the resources themselves where all fit. */
export function withoutMisfits(document: DesignDocument): DesignDocument {
  const [{ resources }] = readAll(document)
  return resources === document.resources ? document : { ...document, resources }
}

/** The values that do not fit their fields, of a design as it was read or after `withoutMisfits`. */
export const misfitsIn = (document: DesignDocument): readonly Misfit[] => readAll(document)[1]
