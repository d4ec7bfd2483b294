/**
 * The canvas as a function of the design: each distribution a frame with its behaviors as rows, beside it what they lead
 * to. Nothing here is stored but where a person dragged a frame, a group or an origin.
 */
import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Place } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import {
  type BehaviorRow,
  behaviorRows,
  type Lane,
  type NodeKindId,
  nodeId,
  type Site,
  targetNodes,
} from './behavior-rows.ts'
import { inOrder, longLane, placesOf, type Standing } from './column.ts'
import { type Fit, fits } from './fit.ts'

export interface CanvasNode {
  readonly id: string
  readonly kind: NodeKindId
  readonly owner: LogicalId
  /** Of the thing in the document; the viewer's is its distribution's. */
  readonly path: Path
  readonly position: { readonly x: number; readonly y: number }
  readonly size: { readonly width: number; readonly height: number }
  /** A person wants it to stay where it stands. */
  readonly isPinned?: true
  /** A behavior's place in precedence, from 1; the default has none. */
  readonly order?: number
  /** Set on a lane: the behaviors that are drawn as this one row, and what folds them. */
  readonly lane?: Lane
  /** Set on a distribution that is drawn as its head alone: how much is behind it. */
  readonly folded?: { readonly behaviors: number; readonly groups: number; readonly origins: number }
}
export interface CanvasEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /**
   * What the edge is a field of: a behavior's target, or a group's member. A way is drawn only, and what is within a
   * frame is not even that: it says which rows are a distribution's.
   */
  readonly is: 'within' | 'way' | 'target' | 'member'
}
/** The drawing around the head and the rows of a distribution. */
export interface Frame {
  readonly owner: LogicalId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where the rows begin and end; the same where it is folded. */
  readonly lane: { readonly top: number; readonly bottom: number }
  /** Where the caches stand, from left to right. */
  readonly walls: readonly [edge: number, regional: number]
}
/** How far the columns beside a lane go along with the view, by the distribution and the kind. */
export type Shifts = ReadonlyMap<string, number>
export interface Projection {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  readonly frames: readonly Frame[]
  /** By the nodes' ids. */
  readonly byId: ReadonlyMap<string, CanvasNode>
  /** For each node that folding hides, the node that is drawn in its place. */
  readonly standIns: ReadonlyMap<string, string>
  readonly fit: Fit
}

/** The heights of a head, of a row, and of what stands beside them. */
export const heights = { head: 58, row: 32, card: 66, viewer: 28 }
const pitches = { origin: 78, group: 78 }
/** Space under the last row, and between the drawings of two distributions. */
const [below, gap] = [6, 64]

interface Drawing {
  readonly document: DesignDocument
  readonly site: Site
  readonly fit: Fit
  readonly folded: ReadonlySet<string>
  readonly shifts: Shifts
  readonly frame: Frame
  readonly rows: readonly BehaviorRow[]
  readonly isFolded: boolean
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
}

const connect = ({ edges }: Drawing, from: string, to: string | undefined, is: CanvasEdge['is']) => {
  if (to !== undefined) edges.push({ id: `${from}→${to}`, from, to, is })
}

function frameOf(document: DesignDocument, site: Site, top: number, fit: Fit, rows: number): Frame {
  const { x, y } = document.layout[nodeId(site.id, 'distribution', '')] ?? { x: fit.left, y: top }
  const begin = y + heights.head + (rows > 0 ? fit.columns : 0)
  const end = begin + rows * heights.row
  const [right, step] = [x + fit.frame, fit.gap / 3]
  return {
    owner: site.id,
    x,
    y,
    width: fit.frame,
    height: end - y + (rows > 0 ? below : 0),
    lane: { top: begin, bottom: end },
    walls: [Math.round(right + step * 0.8), Math.round(right + step * 1.8)],
  }
}

function addHead(drawing: Drawing): void {
  const { site, frame, fit, nodes, isFolded } = drawing
  const { id: owner, path } = site
  const id = nodeId(owner, 'distribution', '')
  const { head, viewer } = heights
  nodes.push({
    id: nodeId(owner, 'viewer', ''),
    kind: 'viewer',
    owner,
    path,
    position: { x: frame.x - fit.left, y: frame.y + (head - viewer) / 2 },
    size: { width: fit.viewer, height: viewer },
  })
  const [behaviors, groups, origins] = [behaviorsOf(site), originGroupsOf(site), originsOf(site)]
  nodes.push({
    id,
    kind: 'distribution',
    owner,
    path,
    position: { x: frame.x, y: frame.y },
    size: { width: frame.width, height: head },
    ...(drawing.document.layout[id]?.pinned && { isPinned: true }),
    ...(isFolded && {
      folded: { behaviors: behaviors.length, groups: groups.length, origins: origins.length },
    }),
  })
  connect(drawing, nodeId(owner, 'viewer', ''), id, 'way')
}

function addRows(drawing: Drawing): void {
  const { site, frame, rows, nodes } = drawing
  for (const [index, { id, path, targets, order, lane }] of rows.entries()) {
    nodes.push({
      id,
      kind: lane ? 'lane' : 'behavior',
      owner: site.id,
      path,
      position: { x: frame.x, y: frame.lane.top + index * heights.row },
      size: { width: frame.width, height: heights.row },
      ...(order !== undefined && { order }),
      ...(lane && { lane }),
    })
    connect(drawing, nodeId(site.id, 'distribution', ''), id, 'within')
    for (const target of targets) connect(drawing, id, target, lane ? 'way' : 'target')
  }
}

type Beside = Standing & { readonly path: Path }

/** True where a place lies under the frame: it was dragged there in another drawing, and would be hidden. */
const isUnder = ({ x, y, width, height }: Frame, at: { x: number; y: number }, card: number): boolean =>
  at.x < x + width && at.x + card > x && at.y < y + height && at.y + heights.card > y

/** Where a person has put a node, moved by what its distribution has moved since. */
function placed({ layout }: DesignDocument, id: string, frame: Frame): Place | undefined {
  const place = layout[id]
  if (!place?.beside) return place
  const { x, y } = place.beside
  return { ...place, x: place.x + frame.x - x, y: place.y + frame.y - y }
}

/** A column of groups or origins beside the lane. Gives the middle of each, for what leads on from there. */
function addColumn(drawing: Drawing, kind: 'group' | 'origin', x: number, things: readonly Beside[]) {
  const { document, site, frame, fit, shifts, nodes } = drawing
  const { card: height } = heights
  const column = inOrder(things, frame.lane.bottom - frame.lane.top > longLane)
  const { bottom } = frame.lane
  const places = placesOf(column, { top: frame.y, bottom, height, pitch: pitches[kind] })
  const shift = shifts.get(`${site.id} ${kind}`) ?? 0
  const middles = new Map<string, number>()
  for (const [index, { id, path }] of column.entries()) {
    const wanted = placed(document, id, frame)
    const own = { x, y: (places[index] ?? frame.y) + shift }
    const position =
      wanted === undefined || isUnder(frame, wanted, fit.card) ? own : { x: wanted.x, y: wanted.y }
    const isPinned = wanted?.pinned && { isPinned: true as const }
    nodes.push({ id, kind, owner: site.id, path, position, size: { width: fit.card, height }, ...isPinned })
    middles.set(id, position.y + height / 2 - shift)
  }
  return middles
}

function addTargets(drawing: Drawing): void {
  const { site, frame, fit, rows } = drawing
  const targets = targetNodes(site)
  const groups = originGroupsOf(site)
  const users = new Map<string, number[]>()
  const use = (target: string | undefined, at: number) =>
    target !== undefined && users.set(target, [...(users.get(target) ?? []), at])
  for (const [index, row] of rows.entries())
    for (const target of row.targets) use(target, frame.lane.top + (index + 0.5) * heights.row)
  const standing = (kind: 'group' | 'origin', { value, path }: { value: { key: string }; path: Path }) => {
    const id = nodeId(site.id, kind, value.key)
    return { id, path, users: users.get(id) ?? [] }
  }
  const beside = frame.x + frame.width + fit.gap
  const middles = addColumn(
    drawing,
    'group',
    beside,
    groups.map((group) => standing('group', group)),
  )
  for (const { value } of groups) {
    const id = nodeId(site.id, 'group', value.key)
    for (const member of value.Members ?? []) {
      const origin = targets.get(nameOf(known(member)?.OriginId))
      connect(drawing, id, origin, 'member')
      use(origin, middles.get(id) ?? frame.y)
    }
  }
  const x = groups.length === 0 ? beside : beside + fit.card + fit.between
  addColumn(
    drawing,
    'origin',
    x,
    originsOf(site).map((origin) => standing('origin', origin)),
  )
}

/** What is drawn of a distribution, and for each node that folding hides the one that stands for it. */
function projectOne(
  document: DesignDocument,
  site: Site,
  top: number,
  view: { readonly fit: Fit; readonly folded: ReadonlySet<string>; readonly shifts: Shifts },
) {
  const isFolded = view.folded.has(site.id)
  const targets = targetNodes(site)
  const all = behaviorRows(site, targets, view.folded)
  const rows = isFolded ? [] : all
  const frame = frameOf(document, site, top, view.fit, rows.length)
  const drawing: Drawing = { document, site, ...view, frame, rows, isFolded, nodes: [], edges: [] }
  addHead(drawing)
  const behind = all.flatMap(({ id, lane }) => (lane?.behaviors ?? []).map((one) => [one.id, id] as const))
  if (!isFolded) {
    addRows(drawing)
    addTargets(drawing)
    return { ...drawing, standIns: behind }
  }
  const hidden = [...behind.map(([id]) => id), ...all.map(({ id }) => id), ...targets.values()]
  const head = nodeId(site.id, 'distribution', '')
  return { ...drawing, standIns: hidden.map((id) => [id, head] as const) }
}

/** The lower end of what stands in the columns of a distribution, whatever was dragged away from there. */
const bottomOf = (frame: Frame, nodes: readonly CanvasNode[]): number =>
  Math.max(frame.y + frame.height, ...nodes.map(({ position, size }) => position.y + size.height))

/**
 * Nodes, edges and frames of every distribution, one below the other. `folded` names distributions that are a head
 * alone, nodes of origins and groups whose behaviors are one row, and folds of prefixes.
 */
export function project(
  given: DesignDocument,
  folded: readonly string[] = [],
  { fit = fits.full, shifts = new Map() }: { readonly fit?: Fit; readonly shifts?: Shifts } = {},
): Projection {
  // A value that does not fit its field, as a foreign file may have, is drawn as unknown.
  const document = withoutMisfits(given)
  const view = { fit, folded: new Set(folded), shifts }
  const [nodes, edges, frames]: [CanvasNode[], CanvasEdge[], Frame[]] = [[], [], []]
  const standIns = new Map<string, string>()
  let top = 0
  for (const site of distributionsIn(document)) {
    const part = projectOne(document, site, top, view)
    nodes.push(...part.nodes)
    edges.push(...part.edges)
    frames.push(part.frame)
    for (const [hidden, shown] of part.standIns) standIns.set(hidden, shown)
    const still = part.nodes.filter(({ kind }) => shifts.size === 0 || kind !== 'origin')
    top = Math.max(top, bottomOf(part.frame, still)) + gap
  }
  return { nodes, edges, frames, byId: new Map(nodes.map((node) => [node.id, node])), standIns, fit }
}
