/**
 * Turns an evaluated CloudFormation structure into the document's shape, by the shape table: renames, list
 * wrappers, scalars written as text. What the table does not know is kept and noted.
 */
import type { ImportNote } from '#core/formats/format.ts'
import type { TextTree, Tree } from '#core/formats/tree.ts'
import { isExpression, type Json, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { FieldShape, List, Scalar, Shape, Structure } from '#core/model/shapes/shape.ts'
import { displayExpression } from './display.ts'
import type { Value } from './value.ts'

export type ValueMap = { [key: string]: Value }
export const isValueMap = (value: Value): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)

/** Booleans as CloudFormation's YAML 1.1 takes them. */
const truth = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
])

/** CloudFormation takes `"true"` and `"80"` for booleans and numbers. */
function coerce({ type }: Scalar, value: Value): Value {
  if (type === 'boolean' && typeof value === 'string') return truth.get(value.toLowerCase()) ?? value
  if (
    type === 'number' &&
    typeof value === 'string' &&
    /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim())
  )
    return Number(value)
  if ((type === 'string' || type === 'bytes') && (typeof value === 'number' || typeof value === 'boolean'))
    return String(value)
  return value
}

const unknownNote = (name: string, path: Path): ImportNote => ({
  rule: 'import/unknown-property',
  severity: 'info',
  message: `“${name}” is not a property that CloudFront is known to have here; it is kept and exported again as it is.`,
  path,
})

/** A macro beside the fields may give any of those that are not there. */
function withOpenFields(shape: Structure, value: Value): Value {
  const macro = isValueMap(value) ? value['Fn::Transform'] : undefined
  if (!isValueMap(value) || macro === undefined) return value
  // What stands there is the template's own tree, which is JSON.
  const expression = { 'Fn::Transform': macro as Json }
  const open: Unknown = { unknown: displayExpression(expression as Tree), expression, mayBeAbsent: true }
  for (const [name, field] of Object.entries(shape.fields))
    value[name] ??= field.shape.kind === 'list' ? [open] : open
  return value
}

export interface ShapeReader {
  readonly read: (shape: Shape, value: Value, path: Path) => Value
  readonly notes: ImportNote[]
}

export function createShapeReader(text: TextTree): ShapeReader {
  const notes: ImportNote[] = []
  const move = (from: object, key: string | number, to: object, target: string | number) =>
    text.place(to, target, text.siteOf(from, key))

  function read(shape: Shape, value: Value, path: Path): Value {
    if (value === undefined) return undefined
    if (shape.kind === 'list') return readList(shape, value, path)
    if (isExpression(value)) return value
    return shape.kind === 'scalar'
      ? coerce(shape, value)
      : withOpenFields(shape, readStructure(shape, value, path))
  }

  function readList(shape: List, value: Value, path: Path): Value {
    if (isExpression(value)) return [value]
    if (Array.isArray(value)) return readItems(shape.of, value, path)
    if (isValueMap(value) && ('Items' in value || 'Quantity' in value)) {
      const { Items: items = [] } = value
      return isExpression(items) ? [items] : Array.isArray(items) ? readItems(shape.of, items, path) : []
    }
    // One value where a list is due: CloudFormation takes it as a list of one.
    return value === null || value === '' ? [] : [read(shape.of, value, [...path, 0])]
  }

  function readItems(of: Shape, items: Value[], path: Path): Value[] {
    const list: Value[] = []
    for (const [index, item] of items.entries()) {
      move(items, index, list, list.length)
      list.push(read(of, item, [...path, list.length]))
    }
    return list
  }

  /** `AllowedMethods: [GET, HEAD]` and its like are structures in the API. */
  function readCounted(shape: Structure, items: Value[], path: Path): Value {
    const list = readItems({ kind: 'scalar', type: 'string' }, items, [...path, 'Items'])
    return { ...('Enabled' in shape.fields && { Enabled: list.length > 0 }), Items: list }
  }

  function readStructure(shape: Structure, value: Value, path: Path): Value {
    if (shape.counted && Array.isArray(value)) return readCounted(shape, value, path)
    if (!isValueMap(value)) return value
    const names = new Map(
      Object.entries(shape.fields).map(([name, field]): [string, [string, FieldShape]] => [
        field.cloudFormation ?? name,
        [name, field],
      ]),
    )
    const map: ValueMap = {}
    for (const [key, child] of Object.entries(value)) {
      if (key === 'Quantity' && shape.counted) continue
      const known = names.get(key) ?? (shape.fields[key] && ([key, shape.fields[key]] as const))
      const [name, field] = known ?? [key, undefined]
      move(value, key, map, name)
      map[name] = field ? read(field.shape, child, [...path, name]) : child
      // A loop or a macro beside the fields is CloudFormation's own.
      if (!field && !key.startsWith('Fn::')) notes.push(unknownNote(key, [...path, name]))
    }
    return map
  }

  return { read, notes }
}
