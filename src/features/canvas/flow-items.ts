/** The canvas's nodes and edges as React Flow wants them; what did not change keeps its object, and is not drawn again. */
import { type Edge, type NodeHandle, Position } from '@xyflow/react'
import { noteAt } from '#core/edits/notes.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSamePath, valueAt } from '#core/model/path.ts'
import { pinsOf } from '#core/trace/scenario/pinned.ts'
import type { CanvasEdge, CanvasNode, Projection } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import type { DifferenceMark } from './difference-marks.ts'
import {
  type DesignFlowNode,
  handleSize,
  handlesOf,
  type NodeData,
  type Offer,
  spokenName,
  type Told,
} from './node/data.ts'
import { noProblems, type ProblemCount } from './problem-counts.ts'

export interface Emphasis {
  readonly selected: ReadonlySet<string>
  readonly counts: ReadonlyMap<string, ProblemCount>
  /** The nodes that a traced request passed, with what came of it there. */
  readonly lit: ReadonlyMap<string, Told>
  /** What came of the last request of each behavior, and how many were hits. */
  readonly last: ReadonlyMap<string, Told>
  /** The nodes that use the resource that is selected. */
  readonly users: ReadonlySet<string>
  /** The node of each lane that Tab leads to. */
  readonly stops: ReadonlySet<string>
  /** The nodes that a search finds, while there is one. */
  readonly found: ReadonlySet<string> | undefined
  /** The nodes on the path that alone stays bright. */
  readonly onPath: ReadonlySet<string> | undefined
  readonly offers: ReadonlyMap<string, Offer> | undefined
  /** What differs from the state that the design is compared with. */
  readonly differences: ReadonlyMap<string, DifferenceMark>
}

export type FlowEdge = Edge<{ edge: CanvasEdge; look: string }>

const isSameNode = (a: CanvasNode, b: CanvasNode): boolean =>
  a.id === b.id &&
  a.order === b.order &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.size.width === b.size.width &&
  a.size.height === b.size.height &&
  isSamePath(a.path, b.path) &&
  JSON.stringify([a.folded, a.lane]) === JSON.stringify([b.folded, b.lane])

const isSameData = (a: NodeData, b: NodeData): boolean =>
  a.summary === b.summary &&
  a.errors === b.errors &&
  a.warnings === b.warnings &&
  a.isLit === b.isLit &&
  a.told?.text === b.told?.text &&
  a.told?.outcome === b.told?.outcome &&
  a.told?.words === b.told?.words &&
  a.note === b.note &&
  a.pins === b.pins &&
  a.isDim === b.isDim &&
  a.fit === b.fit &&
  a.isUser === b.isUser &&
  a.offer === b.offer &&
  a.difference?.kind === b.difference?.kind &&
  a.difference?.words === b.difference?.words &&
  isSameNode(a.node, b.node)

const isRow = ({ kind }: CanvasNode) => kind === 'behavior' || kind === 'lane'

/** Where the handles are, as the style sheet has them: told, so that nothing has to be drawn, measured and drawn again before there are edges. */
function placedHandles(node: CanvasNode): NodeHandle[] {
  const { width, height } = node.size
  const half = handleSize / 2
  // React Flow finds a handle's element by its id, which is null for the only one of its type.
  const at = { id: null, y: height / 2 - half, width: handleSize, height: handleSize }
  return handlesOf(node).map((type) =>
    type === 'source'
      ? { ...at, type, position: Position.Right, x: width - (isRow(node) ? handleSize : half) }
      : { ...at, type, position: Position.Left, x: -half },
  )
}

/** What can be done with a node by pointer and keys: viewers are nothing to choose, and the default stays the last. */
function handling(node: CanvasNode, isStop: boolean): Partial<DesignFlowNode> {
  if (node.kind === 'viewer')
    return { draggable: false, focusable: false, selectable: false, ariaRole: 'img' }
  const isFixed = isRow(node) && node.order === undefined
  return { ...(isFixed && { draggable: false }), ...(!isStop && { domAttributes: { tabIndex: -1 } }) }
}

/** How many answers of an origin are pinned. */
function pinsAt(document: DesignDocument, { kind, path }: CanvasNode): number {
  const { originScripts } = document
  if (!originScripts || kind !== 'origin') return 0
  const id = String(valueAt(document, [...path, 'Id']))
  return pinsOf({ originScripts: Object.hasOwn(originScripts, id) ? { [id]: originScripts[id] ?? [] } : {} })
    .length
}

function nodeData(
  document: DesignDocument,
  node: CanvasNode,
  { fit }: Projection,
  { counts, lit, last, users, found, onPath, offers, differences }: Emphasis,
): NodeData {
  const summary = summaryOf(document, node)
  return {
    node,
    summary,
    fit: fit.id,
    ...(counts.get(node.id) ?? noProblems),
    isLit: lit.has(node.id),
    told: lit.get(node.id) ?? last.get(node.id),
    note: document.notes && node.kind !== 'viewer' && !node.lane ? noteAt(document, node.path) : '',
    pins: pinsAt(document, node),
    isDim: [found, onPath].some((bright) => bright?.has(node.id) === false),
    isUser: users.has(node.id),
    offer: offers?.get(node.id),
    difference: differences.get(node.id),
  }
}

/** The nodes; `before` are those of the last time, of which the unchanged ones are taken as they are. */
export function flowNodes(
  document: DesignDocument,
  projection: Projection,
  emphasis: Emphasis,
  before: ReadonlyMap<string, DesignFlowNode>,
): DesignFlowNode[] {
  const { selected, stops } = emphasis
  return projection.nodes.map((node) => {
    const data = nodeData(document, node, projection, emphasis)
    const old = before.get(node.id)
    const isSelected = selected.has(node.id)
    const isStop = !isRow(node) || stops.has(node.id)
    const wasStop = old !== undefined && old.domAttributes === undefined
    if (old && isSameData(old.data, data) && (isStop === wasStop || node.kind === 'viewer'))
      return old.selected === isSelected ? old : { ...old, selected: isSelected }
    return {
      id: node.id,
      type: 'design',
      position: node.position,
      width: node.size.width,
      height: node.size.height,
      measured: node.size,
      handles: placedHandles(node),
      selected: isSelected,
      ariaLabel: spokenName(data),
      ...handling(node, isStop),
      data,
    }
  })
}

/** What an edge says to those who hear it, and at its end to those who point at it. */
export const edgeName = ({ is }: CanvasEdge, from: NodeData, to: NodeData): string =>
  is === 'member'
    ? `“${from.summary.title}” fails over with “${to.summary.title}”`
    : `“${from.summary.title}” leads to “${to.summary.title}”`

/** How an edge looks: as its ends, as the selected one, or as the one on which something is dropped. */
function lookOf(from: DesignFlowNode, to: DesignFlowNode, isSelected: boolean): string {
  if (isSelected) return 'selected'
  if (from.selected === true || to.selected === true) return 'near'
  if (from.data.isLit && to.data.isLit) return 'lit'
  return from.data.isDim || to.data.isDim ? 'dim' : 'plain'
}

/** The edges that can be changed; those of a dim node are dim, those between lit nodes are lit. */
export function flowEdges(
  { edges }: Projection,
  nodes: readonly DesignFlowNode[],
  chosen: string | undefined,
  before: ReadonlyMap<string, FlowEdge>,
): FlowEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.flatMap((edge): FlowEdge[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (edge.is === 'way' || edge.is === 'within' || !from || !to) return []
    const isSelected = edge.id === chosen
    const look = lookOf(from, to, isSelected)
    const name = edgeName(edge, from.data, to.data)
    const old = before.get(edge.id)
    if (old?.data?.look === look && old.ariaLabel === name) return [old]
    return [
      {
        id: edge.id,
        source: edge.from,
        target: edge.to,
        className: `is-${look}`,
        selected: isSelected,
        ariaLabel: name,
        focusable: false,
        domAttributes: { tabIndex: isSelected ? 0 : -1 },
        data: { edge, look },
      },
    ]
  })
}
