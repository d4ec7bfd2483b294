/** Where a place of one state of a design is in another: items of lists move, and keep their keys. */
import type { DesignDocument } from './document.ts'
import type { Path } from './path.ts'

const within = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined

/** Where the item of a list is in another state of the list: -1 where it is gone. */
function indexIn(list: unknown, item: unknown, index: number): number {
  const key = within(item, 'key')
  if (key === undefined || !Array.isArray(list)) return index
  return list.findIndex((one: unknown) => within(one, 'key') === key)
}

/** The same place after the design was edited; undefined where what it was in is gone. */
export function placeAcross(
  before: DesignDocument['resources'],
  after: DesignDocument['resources'],
  path: Path,
): Path | undefined {
  if (before === after) return path
  const [root, ...steps] = path
  if (root !== 'resources') return path
  let [from, to]: [unknown, unknown] = [before, after]
  const found: (string | number)[] = [root]
  for (const step of steps) {
    const item = within(from, step)
    const at = typeof step === 'number' ? indexIn(to, item, step) : step
    if (at === -1) return undefined
    found.push(at)
    from = item
    to = within(to, at)
  }
  return found
}
