/** What stands around the distributions, as columns beside the drawing and as words. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression, isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { type Around, neighborsAround } from '#core/neighbors/around.ts'
import type { Projection } from './project.ts'
import { thingAt } from './thing.ts'

/** A value in a few words; undefined where it says nothing. */
export function inWords(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined
  if (isExpression(value)) return isRef(value) ? nameOf(value) : value.unknown
  if (Array.isArray(value)) {
    const isNested = value.some((item) => Array.isArray(item))
    const items = value.flatMap((item) => inWords(item) ?? [])
    return items.length === 0 ? undefined : items.join(isNested ? '; ' : ' ')
  }
  if (typeof value !== 'object') return String(value)
  const fields = Object.entries(value).flatMap(([name, child]) => {
    const words = child === false ? 'no' : child === true ? 'yes' : inWords(child)
    return words === undefined ? [] : [`${name} ${words}`]
  })
  return fields.length === 0 ? undefined : fields.join(', ')
}

export interface Matter {
  readonly label: string
  readonly words: string
}
/** What of a neighbor matters to CloudFront. */
export const mattersOf = (document: DesignDocument, around: Around): readonly Matter[] =>
  Object.entries(around.kind.matters(around, document)).flatMap(([label, value]) => {
    const words = inWords(value)
    return words === undefined ? [] : [{ label, words }]
  })

/** What is linked to a neighbor, by name and place. */
export const linksOf = (
  document: DesignDocument,
  { places, neighbors, further }: Around,
): readonly { readonly path: Path; readonly title: string }[] =>
  [...places, ...[...neighbors, ...further].map((id): Path => ['resources', id, 'config'])].flatMap(
    (path) => {
      const thing = thingAt(document, path)
      return thing ? [{ path, title: thing.title }] : []
    },
  )

/** A card beside the drawing. */
export interface AroundCard {
  readonly id: LogicalId
  readonly path: Path
  readonly label: string
  readonly line: string
  readonly x: number
  readonly y: number
}
export interface AroundDrawing {
  readonly cards: readonly AroundCard[]
  /** From the right side of what it is linked to, or of the card before, to its left side. */
  readonly links: readonly { readonly id: string; readonly from: Point; readonly to: Point }[]
}
interface Point {
  readonly x: number
  readonly y: number
}

export const cardSize = { width: 190, height: 44 }
const [pitch, between] = [54, 74]

const middle = ({ position, size }: Projection['nodes'][number]): Point => ({
  x: position.x + size.width,
  y: position.y + size.height / 2,
})

/** The points that a neighbor is led to from: nodes of the drawing, and cards that are placed already. */
function sourcesOf(
  document: DesignDocument,
  { byId, standIns }: Projection,
  { places, neighbors }: Around,
  placed: ReadonlyMap<LogicalId, AroundCard>,
): readonly Point[] {
  const nodes = places.flatMap((path) => {
    const id = thingAt(document, path)?.node ?? ''
    const node = byId.get(standIns.get(id) ?? id)
    return node ? [middle(node)] : []
  })
  const cards = neighbors.flatMap((id) => {
    const card = placed.get(id)
    return card ? [{ x: card.x + cardSize.width, y: card.y + cardSize.height / 2 }] : []
  })
  return [...nodes, ...cards]
}

const mean = (points: readonly Point[]): number =>
  points.length === 0 ? 0 : points.reduce((sum, { y }) => sum + y, 0) / points.length

/** The width of the columns right of a drawing. */
export const aroundWidth = (document: DesignDocument): number =>
  new Set(neighborsAround(document).map(({ depth }) => depth)).size * (cardSize.width + between)

/** The columns right of a drawing, one for each step away from a distribution. */
export function drawAround(document: DesignDocument, projection: Projection): AroundDrawing {
  const all = neighborsAround(document)
  const right = Math.max(0, ...projection.nodes.map(({ position, size }) => position.x + size.width))
  const placed = new Map<LogicalId, AroundCard>()
  const links: AroundDrawing['links'][number][] = []
  const depths = [...new Set(all.map(({ depth }) => depth))].toSorted((a, b) => a - b)
  for (const [column, depth] of depths.entries()) {
    const here = all
      .filter((one) => one.depth === depth)
      .map((one) => ({ one, from: sourcesOf(document, projection, one, placed) }))
      .toSorted((a, b) => mean(a.from) - mean(b.from))
    const x = right + between + column * (cardSize.width + between)
    let least = Number.NEGATIVE_INFINITY
    for (const { one, from } of here) {
      const y = Math.round(Math.max(least, mean(from) - cardSize.height / 2))
      least = y + pitch
      const path: Path = ['resources', one.id, 'config']
      placed.set(one.id, { id: one.id, path, label: one.kind.label, line: one.id, x, y })
      const to = { x, y: y + cardSize.height / 2 }
      for (const [index, start] of from.entries()) links.push({ id: `${one.id} ${index}`, from: start, to })
    }
  }
  return { cards: [...placed.values()], links }
}
