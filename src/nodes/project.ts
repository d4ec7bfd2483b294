/** The canvas as a function of the design: nodes in columns, edges from references. Nothing here is stored. */
import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
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
  /** A behavior's place in precedence, from 1; the default has none. */
  readonly order?: number
}
export interface CanvasEdge {
  readonly id: string
  readonly from: string
  readonly to: string
}
export interface Projection {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
}

const columns = { viewer: 0, distribution: 165, behavior: 465, group: 775, origin: 1085 }
const rows = { behavior: 92, group: 120, origin: 104 }
/** Space between the drawings of two distributions. */
const gap = 80

/** The node id of a behavior, origin or group. */
export const nodeId = (owner: LogicalId, kind: NodeKindId, key: string): string => `${owner}/${kind}/${key}`

function projectOne(
  document: DesignDocument,
  owner: LogicalId,
  top: number,
): Projection & { height: number } {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  if (!site) return { nodes: [], edges: [], height: 0 }
  const behaviors = behaviorsOf(site)
  const groups = originGroupsOf(site)
  const origins = originsOf(site)
  const height = Math.max(
    behaviors.length * rows.behavior,
    groups.length * rows.group,
    origins.length * rows.origin,
  )
  const column = (kind: 'behavior' | 'group' | 'origin', count: number, index: number) => ({
    x: kind === 'origin' && groups.length === 0 ? columns.group : columns[kind],
    y: top + (height - count * rows[kind]) / 2 + index * rows[kind],
  })
  const middle = top + height / 2 - 44
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  const add = (node: CanvasNode) =>
    nodes.push({ ...node, position: document.layout[node.id] ?? node.position })
  const connect = (from: string, to: string | undefined) => {
    if (to !== undefined) edges.push({ id: `${from}→${to}`, from, to })
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
  })
  connect(viewer, distribution)

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
      connect(nodeId(owner, 'group', value.key), targets.get(nameOf(known(member)?.OriginId)))
  for (const [row, { behavior, index, path }] of behaviors.entries()) {
    const key = index === undefined ? 'default' : ((behavior as { key?: string }).key ?? String(index))
    const id = nodeId(owner, 'behavior', key)
    const order = index === undefined ? {} : { order: index + 1 }
    add({ id, kind: 'behavior', owner, path, position: column('behavior', behaviors.length, row), ...order })
    connect(distribution, id)
    connect(id, targets.get(nameOf(behavior.TargetOriginId)))
  }
  return { nodes, edges, height }
}

/** Nodes and edges of every distribution, one below the other. */
export function project(document: DesignDocument): Projection {
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  let top = 0
  for (const { id } of distributionsIn(document)) {
    const part = projectOne(document, id, top)
    nodes.push(...part.nodes)
    edges.push(...part.edges)
    top += part.height + gap
  }
  return { nodes, edges }
}
