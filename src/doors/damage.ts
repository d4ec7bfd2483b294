/** What chance does to what passes a door: to its bytes, and where it is JSON to its structure. */
import fc from 'fast-check'
import { bytesOf } from './door.ts'

const ownNames = Object.getOwnPropertyNames(Object.prototype)

/** Texts that readers have stumbled over somewhere. */
const dictionary: readonly string[] = [
  ...['"', "'", '`', '\\', '${', '{', '}', '[', ']', '(', ')', ',', ':', ': ', '=', '\n', '\r\n', '\t', '\0'],
  ...['!If', '!Ref ', '*a', '&a ', '<<: ', '<<E\n', '- ', '? ', '---\n', '%', '%E0%A4%A', '\uFEFF', '\uD800'],
  ...['null', 'true', 'NaN', '-0', '1e999', '99999999999999999999', '-1', '2026-13-45', '0x1F'],
  ...['Fn::If', 'Ref', 'AWS::NoValue', 'Quantity', 'Items', 'each.value', 'for_each', 'dynamic "origin" {\n'],
  ...ownNames,
]
const piece = fc.oneof(fc.constantFrom(...dictionary), fc.string({ unit: 'binary', maxLength: 12 }))

interface Cut {
  readonly at: number
  readonly length: number
  readonly put: string
  /** Where a piece of the text itself is put there: from which share of it on. */
  readonly from: number
}
const cut = fc.record<Cut>({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constantFrom(0, 1), fc.nat(40)),
  put: piece,
  from: fc.double({ min: -1, max: 1, noNaN: true }),
})

function withCut(bytes: Uint8Array, { at, length, put, from }: Cut): Uint8Array {
  const start = Math.floor(at * bytes.length)
  const own = Math.floor(from * bytes.length)
  const piece = from < 0 ? bytesOf(put) : bytes.slice(own, own + length * 4)
  return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start + length)])
}

const flip = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat(255) })
function withFlip(bytes: Uint8Array, { at, to }: { readonly at: number; readonly to: number }): Uint8Array {
  const copy = bytes.slice()
  if (copy.length > 0) copy[Math.min(copy.length - 1, Math.floor(at * copy.length))] = to
  return copy
}

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  'a',
  [],
  {},
  [null],
  [[]],
  { a: null },
  '\0',
  '__proto__',
  { Ref: 'Nothing' },
  { 'Fn::If': ['A', 1, 2] },
  { ref: 'Site' },
  { Quantity: 1, Items: [null] },
  'x'.repeat(5000),
]
interface Change {
  readonly where: number
  readonly how: 'value' | 'name' | 'remove' | 'twice' | 'swap'
  readonly value: number
  readonly name: string
}
const change = fc.record<Change>({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('value', 'name', 'remove', 'twice', 'swap'),
  value: fc.nat(strange.length - 1),
  name: fc.oneof(fc.constantFrom(...ownNames), fc.string({ maxLength: 5 })),
})

type Container = unknown[] | Record<string, unknown>
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** Every place of a value, as its container and key. */
function placesIn(value: unknown, found: (readonly [Container, string])[] = []) {
  if (isContainer(value))
    for (const [key, child] of Object.entries(value)) {
      found.push([value, key])
      placesIn(child, found)
    }
  return found
}

const put = (container: Container, key: string, value: unknown) =>
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true })

function makeChange(root: unknown, { where, how, value, name }: Change): void {
  const places = placesIn(root)
  const [container, key] = places[Math.floor(where * (places.length - 1))] ?? []
  if (container === undefined || key === undefined) return
  const child = Object.getOwnPropertyDescriptor(container, key)?.value as unknown
  if (how === 'value') put(container, key, strange[value])
  else if (how === 'remove')
    Array.isArray(container) ? container.splice(Number(key), 1) : delete container[key]
  else if (how === 'twice')
    Array.isArray(container) ? container.push(child) : put(container, `${key}2`, child)
  else if (how === 'swap') put(container, key, structuredClone(places.at(value - 10)?.[0]))
  else if (!Array.isArray(container)) {
    delete container[key]
    put(container, name, child)
  }
}

/** JSON with changes in its structure; undefined for what is none. */
function changed(text: string, changes: readonly Change[]): string | undefined {
  try {
    const root: unknown = JSON.parse(text)
    for (const one of changes) makeChange(root, one)
    return JSON.stringify(root)
  } catch {
    return undefined
  }
}

/** What passes, damaged. */
export const damaged = (passing: readonly (string | Uint8Array)[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      one: fc.constantFrom(...passing),
      changes: fc.array(change, { maxLength: 4 }),
      cuts: fc.array(cut, { maxLength: 3 }),
      flips: fc.array(flip, { maxLength: 3 }),
    })
    .map(({ one, changes, cuts, flips }) => {
      const structured = typeof one === 'string' ? changed(one, changes) : undefined
      // A structure that was changed and then cut is rarely read to where the change is.
      if (structured !== undefined && changes.length > 0 && cuts.length < 3) return bytesOf(structured)
      return flips.reduce(withFlip, cuts.reduce(withCut, bytesOf(one)))
    })
