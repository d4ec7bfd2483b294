/** The canvas as a function of the design: nodes in columns, edges from references. Nothing here is stored. */
import {
  behaviorsOf,
  distributionsIn,
  originGroupsOf,
  originsOf,
  type PlacedResource,
} from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

export type NodeKindId = 'viewer' | 'distribution' | 'behavior' | 'group' | 'origin'

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
  /** Many behaviors are drawn in two lines each instead of three. */
  readonly isDense: boolean
}

const columns = { viewer: 0, distribution: 165, behavior: 475, group: 795, origin: 1115 }
const width = 250
const sizes: Record<NodeKindId, { width: number; height: number }> = {
  viewer: { width: 120, height: 54 },
  distribution: { width, height: 82 },
  behavior: { width, height: 82 },
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

/** The node id of a behavior, origin or group. */
export const nodeId = (owner: LogicalId, kind: NodeKindId, key: string): string => `${owner}/${kind}/${key}`

interface Part {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  readonly height: number
}

function projectOne(
  document: DesignDocument,
  site: PlacedResource<'Distribution'>,
  top: number,
  isDense: boolean,
  isFolded: boolean,
): Part {
  const owner = site.id
  const behaviors = behaviorsOf(site)
  const groups = originGroupsOf(site)
  const origins = originsOf(site)
  const row = { ...rows, ...(isDense && { behavior: denseRow }) }
  const height = isFolded
    ? sizes.distribution.height
    : Math.max(behaviors.length * row.behavior, groups.length * row.group, origins.length * row.origin)
  const column = (kind: 'behavior' | 'group' | 'origin', count: number, index: number) => ({
    x: kind === 'origin' && groups.length === 0 ? columns.group : columns[kind],
    // Columns are centered as long as they fit a screen; of tall ones the upper ends stand together.
    y: top + (isDense ? 0 : (height - count * row[kind]) / 2) + index * row[kind],
  })
  const middle = isDense && !isFolded ? top : top + height / 2 - 44
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  const add = (node: Omit<CanvasNode, 'size'>) =>
    nodes.push({
      ...node,
      position: document.layout[node.id] ?? node.position,
      size: isDense && node.kind === 'behavior' ? denseSize : sizes[node.kind],
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
      folded: { behaviors: behaviors.length, groups: groups.length, origins: origins.length },
    }),
  })
  connect(viewer, distribution, 'way')
  if (isFolded) return { nodes, edges, height }

  const targets = new Map<string, string>()
  for (const [index, { value, path }] of groups.entries()) {
    const id = nodeId(owner, 'group', value.key)
    targets.set(nameOf(value.Id), id)
    add({ id, kind: 'group', owner, path, position: column('group', groups.length, index) })
  }
  for (const [index, { value, path }] of origins.entries()) {
    const id = nodeId(owner, 'origin', value.key)
    targets.set(nameOf(value.Id), id)
    add({ id, kind: 'origin', owner, path, position: column('origin', origins.length, index) })
  }
  for (const { value } of groups)
    for (const member of value.Members ?? [])
      connect(nodeId(owner, 'group', value.key), targets.get(nameOf(known(member)?.OriginId)), 'member')
  for (const [place, { behavior, index, path }] of behaviors.entries()) {
    const key = index === undefined ? 'default' : ((behavior as { key?: string }).key ?? String(index))
    const id = nodeId(owner, 'behavior', key)
    const order = index === undefined ? {} : { order: index + 1 }
    add({
      id,
      kind: 'behavior',
      owner,
      path,
      position: column('behavior', behaviors.length, place),
      ...order,
    })
    connect(distribution, id, 'way')
    connect(id, targets.get(nameOf(behavior.TargetOriginId)), 'target')
  }
  return { nodes, edges, height }
}

/** Nodes and edges of every distribution, one below the other; a folded one is a single node. */
export function project(document: DesignDocument, folded: readonly LogicalId[] = []): Projection {
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  const sites = distributionsIn(document)
  const isDense = sites.some(
    ({ id, config }) => !folded.includes(id) && (config.CacheBehaviors?.length ?? 0) > roomyBehaviors,
  )
  let top = 0
  for (const site of sites) {
    const part = projectOne(document, site, top, isDense, folded.includes(site.id))
    nodes.push(...part.nodes)
    edges.push(...part.edges)
    top += part.height + gap
  }
  return { nodes, edges, byId: new Map(nodes.map((node) => [node.id, node])), isDense }
}
