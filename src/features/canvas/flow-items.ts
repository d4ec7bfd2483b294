/** The canvas's nodes and edges as React Flow wants them; what did not change keeps its object, and is not drawn again. */
import { type Edge, type NodeHandle, Position } from '@xyflow/react'
import { noteAt } from '#core/edits/notes.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSamePath } from '#core/model/path.ts'
import type { CanvasEdge, CanvasNode, Projection } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import {
  type DesignFlowNode,
  handleSize,
  handlesOf,
  type NodeData,
  type Offer,
  spokenName,
} from './DesignNode.tsx'
import { isFound } from './emphasis.ts'
import { noProblems, type ProblemCount } from './problem-counts.ts'

export interface Emphasis {
  readonly selected: ReadonlySet<string>
  readonly counts: ReadonlyMap<string, ProblemCount>
  /** The nodes that a traced request passed, with what came of it there. */
  readonly lit: ReadonlyMap<string, string>
  readonly search: string | undefined
  /** The nodes on the path that alone stays bright. */
  readonly onPath: ReadonlySet<string> | undefined
  readonly offers: ReadonlyMap<string, Offer> | undefined
}

export type FlowEdge = Edge<{ edge: CanvasEdge; isDim: boolean; isLit: boolean }>

const isSameNode = (a: CanvasNode, b: CanvasNode): boolean =>
  a.id === b.id &&
  a.order === b.order &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.size === b.size &&
  isSamePath(a.path, b.path) &&
  JSON.stringify([a.folded, a.lane]) === JSON.stringify([b.folded, b.lane])

const isSameData = (a: NodeData, b: NodeData): boolean =>
  a.summary === b.summary &&
  a.errors === b.errors &&
  a.warnings === b.warnings &&
  a.isLit === b.isLit &&
  a.told === b.told &&
  a.note === b.note &&
  a.isDim === b.isDim &&
  a.isDense === b.isDense &&
  a.offer === b.offer &&
  isSameNode(a.node, b.node)

/** Where the handles are: told, so that nothing has to be drawn, measured and drawn again before there are edges. */
function placedHandles(node: CanvasNode): NodeHandle[] {
  const { width, height } = node.size
  const half = handleSize / 2
  // React Flow finds a handle's element by its id, which is null for the only one of its type.
  const at = { id: null, y: height / 2 - half, width: handleSize, height: handleSize }
  return handlesOf(node).map((type) =>
    type === 'source'
      ? { ...at, type, position: Position.Right, x: width - half }
      : { ...at, type, position: Position.Left, x: -half },
  )
}

const isOff = (search: string | undefined) => search === undefined || search.trim() === ''

/** The nodes; `before` are those of the last time, of which the unchanged ones are taken as they are. */
export function flowNodes(
  document: DesignDocument,
  { nodes, isDense }: Projection,
  emphasis: Emphasis,
  before: ReadonlyMap<string, DesignFlowNode>,
): DesignFlowNode[] {
  const { selected, counts, lit, search = '', onPath, offers } = emphasis
  return nodes.map((node) => {
    const summary = summaryOf(document, node)
    const data: NodeData = {
      node,
      summary,
      ...(counts.get(node.id) ?? noProblems),
      isLit: lit.has(node.id),
      told: lit.get(node.id) ?? '',
      note: document.notes && node.kind !== 'viewer' && !node.lane ? noteAt(document, node.path) : '',
      isDim: (!isOff(search) && !isFound(summary, search)) || (onPath !== undefined && !onPath.has(node.id)),
      isDense,
      offer: offers?.get(node.id),
    }
    const old = before.get(node.id)
    const isSelected = selected.has(node.id)
    if (old && isSameData(old.data, data))
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
      data,
    }
  })
}

/** The edges that can be changed; those of a dim node are dim, those between lit nodes are lit. */
export function flowEdges(
  { edges }: Projection,
  nodes: readonly DesignFlowNode[],
  before: ReadonlyMap<string, FlowEdge>,
): FlowEdge[] {
  const dataOf = new Map(nodes.map(({ id, data }) => [id, data]))
  const changeable = edges.filter(({ is }) => is !== 'way')
  return changeable.map((edge) => {
    const [from, to] = [dataOf.get(edge.from), dataOf.get(edge.to)]
    const isLit = from?.isLit === true && to?.isLit === true
    const isDim = from?.isDim === true || to?.isDim === true
    const old = before.get(edge.id)
    if (old?.data?.isDim === isDim && old.data.isLit === isLit) return old
    return {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      animated: isLit,
      style: {
        stroke: isLit ? 'var(--good)' : 'var(--line-strong)',
        strokeWidth: 1.25,
        ...(isDim && { opacity: 0.25 }),
      },
      focusable: false,
      selectable: false,
      reconnectable: 'target',
      data: { edge, isDim, isLit },
    }
  })
}
