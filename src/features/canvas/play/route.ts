/** The way of a traced request over the drawing: a point for each station, and the lines between them. */

import type { Station } from '#core/trace/engine/stage.ts'
import type { CanvasNode, Frame } from '#things/project.ts'

export interface Point {
  readonly x: number
  readonly y: number
}
export type Placed = Pick<CanvasNode, 'kind' | 'position' | 'size'>

/** The nodes that a request passed, in the order of its way; it may end before an origin. */
export interface Passed {
  readonly viewer: Placed
  readonly frame: Frame
  readonly row: Placed | undefined
  readonly group: Placed | undefined
  readonly origin: Placed | undefined
}

const left = ({ position, size }: Placed): Point => ({ x: position.x, y: position.y + size.height / 2 })
const right = ({ position, size }: Placed): Point => ({
  x: position.x + size.width,
  y: position.y + size.height / 2,
})

/** Between a shield and the origin that it stands before. */
const beforeOrigin = 30

/** Where each station is; those that the request has no node for are where its way ends. */
export function pointsOf({ viewer, frame, row, group, origin }: Passed): Readonly<Record<Station, Point>> {
  const start = right(viewer)
  const head = { x: frame.x, y: start.y }
  const end = row ? right(row) : head
  const [edge, region] = frame.walls.map((x) => ({ x, y: end.y }))
  const last = origin ? left(origin) : group ? left(group) : undefined
  return {
    viewer: { x: viewer.position.x + viewer.size.width / 2, y: start.y },
    head,
    row: end,
    edge: row && edge ? edge : end,
    region: row && region ? region : end,
    shield: last ? { x: last.x - beforeOrigin, y: last.y } : (region ?? end),
    origin: last ?? region ?? end,
  }
}

/** The width of the words of a step, and the room between them and what they are about. */
export const words = { width: 260, beside: 8 }
/** Where a frame is higher than this, the words stand under the row in it. */
const highFrame = 340

/**
 * Where the words of a step begin, drawn by so much larger: under what they are about, and never on the way that the
 * request takes.
 */
export function wordsPoint(passed: Passed, station: Station, scale: number): Point {
  const { frame, row, group, origin } = passed
  const point = pointsOf(passed)[station]
  const target = origin ?? group
  if (station === 'origin' && target)
    return { x: target.position.x, y: target.position.y + target.size.height + words.beside }
  const isHigh = frame.height > highFrame
  const under = isHigh ? (row ? row.position.y + row.size.height : point.y + 22) : frame.y + frame.height
  const isAtHead = station === 'viewer' || station === 'head'
  // Left of the caches: right of them are the origins.
  const x = isAtHead ? frame.x : Math.max(frame.x, point.x - words.width * scale)
  return { x, y: under + words.beside }
}

const bend = (from: Point, to: Point): string => {
  const half = Math.max(20, Math.abs(to.x - from.x) / 2)
  return `C${from.x + half} ${from.y} ${to.x - half} ${to.y} ${to.x} ${to.y}`
}

/** The lines of the way as far as a station that it has reached. */
export function linesOf(passed: Passed, reached: Station): string {
  const { viewer, frame, row, group, origin } = passed
  const points = pointsOf(passed)
  const from = right(viewer)
  const lines = [`M${from.x} ${from.y}H${frame.x}`]
  if (!row || reached === 'viewer' || reached === 'head') return lines.join('')
  // Down the edge of the frame to the row; the row itself is marked.
  lines.push(`V${points.row.y}`)
  if (reached === 'row') return lines.join('')
  const wall = reached === 'edge' ? points.edge : points.region
  lines.push(`M${points.row.x} ${points.row.y}H${wall.x}`)
  if (reached !== 'origin' && reached !== 'shield') return lines.join('')
  if (group) lines.push(bend(points.region, left(group)))
  if (origin)
    lines.push(
      group
        ? `M${right(group).x} ${right(group).y}${bend(right(group), left(origin))}`
        : bend(points.region, left(origin)),
    )
  return lines.join('')
}

const order: readonly Station[] = ['viewer', 'head', 'row', 'edge', 'region', 'shield', 'origin']

/** The station that is farthest from the viewers. */
export const farthestOf = (stations: readonly Station[]): Station =>
  order.findLast((station) => stations.includes(station)) ?? 'viewer'
