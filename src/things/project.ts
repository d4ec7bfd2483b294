/** The canvas as a function of the design: nodes in columns, edges from references. Nothing here is stored. */
import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import {
  behaviorRows,
  type LaneBehavior,
  type NodeKindId,
  nodeId,
  type Site,
  targetNodes,
} from './behavior-rows.ts'

export interface CanvasNode {
  readonly id: string
  readonly kind: NodeKindId
  readonly owner: LogicalId
  /** Of the thing in the document; the viewer's is its distribution's. */
  readonly path: Path
  readonly position: { readonly x: number; readonly y: number }
  readonly size: { readonly width: number; readonly height: number }
  /** A behavior's place in precedence, from 1; the default has none. */
  readonly order?: number
  /** Set on a lane: the behaviors that are drawn as this one node, and the node that all of them lead to. */
  readonly lane?: { readonly target: string; readonly behaviors: readonly LaneBehavior[] }
  /** Set on a distribution that is drawn as one node: how much is behind it. */
  readonly folded?: { readonly behaviors: number; readonly groups: number; readonly origins: number }
}
export interface CanvasEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /** What the edge is a field of: a behavior's target, or a group's member. */
  readonly is: 'way' | 'target' | 'member'
}
export interface Projection {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  /** By the nodes' ids. */
  readonly byId: ReadonlyMap<string, CanvasNode>
  /** For each node that folding hides, the node that is drawn in its place. */
  readonly standIns: ReadonlyMap<string, string>
  /** Many behaviors are drawn in two lines each instead of three. */
  readonly isDense: boolean
}

const columns = { viewer: 0, distribution: 165, behavior: 475, group: 795, origin: 1115 }
const width = 250
const sizes: Record<NodeKindId, { width: number; height: number }> = {
  viewer: { width: 120, height: 54 },
  distribution: { width, height: 82 },
  behavior: { width, height: 82 },
  lane: { width, height: 82 },
  group: { width, height: 82 },
  origin: { width, height: 82 },
}
const denseSize = { width, height: 54 }
const rows = { behavior: 96, group: 112, origin: 104 }
const denseRow = 62
/** More behaviors than this are drawn densely. */
const roomyBehaviors = 24
/** Space between the drawings of two distributions. */
const gap = 80

interface Part {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  readonly standIns: readonly (readonly [hidden: string, shown: string])[]
  readonly height: number
}

function projectOne(
  document: DesignDocument,
  site: Site,
  top: number,
  isDense: boolean,
  folded: ReadonlySet<string>,
): Part {
  const owner = site.id
  const isFolded = folded.has(owner)
  const targets = targetNodes(site)
  const behaviors = behaviorRows(site, targets, folded)
  const groups = originGroupsOf(site)
  const origins = originsOf(site)
  const row = { ...rows, ...(isDense && { behavior: denseRow }) }
  const height = isFolded
    ? sizes.distribution.height
    : Math.max(behaviors.length * row.behavior, groups.length * row.group, origins.length * row.origin)
  const column = (kind: 'behavior' | 'group' | 'origin', count: number, index: number) => ({
    x: kind === 'origin' && groups.length === 0 ? columns.group : columns[kind],
    // Columns are centered as long as they fit a screen; of tall ones the upper ends stand together.
    y:
      top +
      (isDense ? 0 : (height - count * row[kind] + row[kind] - sizes[kind].height) / 2) +
      index * row[kind],
  })
  const middle = isDense && !isFolded ? top : top + (height - sizes.distribution.height) / 2
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  const add = (node: Omit<CanvasNode, 'size'>) =>
    nodes.push({
      ...node,
      position: document.layout[node.id] ?? node.position,
      size: isDense && (node.kind === 'behavior' || node.kind === 'lane') ? denseSize : sizes[node.kind],
    })
  const connect = (from: string, to: string | undefined, is: CanvasEdge['is']) => {
    if (to !== undefined) edges.push({ id: `${from}→${to}`, from, to, is })
  }
  const viewer = nodeId(owner, 'viewer', '')
  const distribution = nodeId(owner, 'distribution', '')
  add({ id: viewer, kind: 'viewer', owner, path: site.path, position: { x: columns.viewer, y: middle + 14 } })
  add({
    id: distribution,
    kind: 'distribution',
    owner,
    path: site.path,
    position: { x: columns.distribution, y: middle },
    ...(isFolded && {
      folded: { behaviors: behaviorsOf(site).length, groups: groups.length, origins: origins.length },
    }),
  })
  connect(viewer, distribution, 'way')
  const behind = behaviors.flatMap(({ id, lane }) => (lane ?? []).map((one) => [one.id, id] as const))
  if (isFolded) {
    const all = [...behind.map(([hidden]) => hidden), ...behaviors.map(({ id }) => id), ...targets.values()]
    return { nodes, edges, standIns: all.map((hidden) => [hidden, distribution] as const), height }
  }

  for (const [index, { value, path }] of groups.entries()) {
    const id = nodeId(owner, 'group', value.key)
    add({ id, kind: 'group', owner, path, position: column('group', groups.length, index) })
  }
  for (const [index, { value, path }] of origins.entries()) {
    const id = nodeId(owner, 'origin', value.key)
    add({ id, kind: 'origin', owner, path, position: column('origin', origins.length, index) })
  }
  for (const { value } of groups)
    for (const member of value.Members ?? [])
      connect(nodeId(owner, 'group', value.key), targets.get(nameOf(known(member)?.OriginId)), 'member')
  for (const [place, { id, path, target, order, lane }] of behaviors.entries()) {
    add({
      id,
      kind: lane ? 'lane' : 'behavior',
      owner,
      path,
      position: column('behavior', behaviors.length, place),
      ...(order !== undefined && { order }),
      ...(lane && target !== undefined && { lane: { target, behaviors: lane } }),
    })
    connect(distribution, id, 'way')
    connect(id, target, lane ? 'way' : 'target')
  }
  return { nodes, edges, standIns: behind, height }
}

/** How many rows the ordered behaviors of a distribution take. */
function rowCount(site: Site, folded: ReadonlySet<string>): number {
  if (folded.size === 0) return site.config.CacheBehaviors?.length ?? 0
  return folded.has(site.id) ? 0 : behaviorRows(site, targetNodes(site), folded).length - 1
}

/**
 * Nodes and edges of every distribution, one below the other. `folded` names distributions that are a single node,
 * and nodes of origins and groups whose behaviors are.
 */
export function project(document: DesignDocument, folded: readonly string[] = []): Projection {
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  const standIns = new Map<string, string>()
  const sites = distributionsIn(document)
  const all = new Set(folded)
  const isDense = sites.some((site) => rowCount(site, all) > roomyBehaviors)
  let top = 0
  for (const site of sites) {
    const part = projectOne(document, site, top, isDense, all)
    nodes.push(...part.nodes)
    edges.push(...part.edges)
    for (const [hidden, shown] of part.standIns) standIns.set(hidden, shown)
    top += part.height + gap
  }
  return { nodes, edges, byId: new Map(nodes.map((node) => [node.id, node])), standIns, isDense }
}
