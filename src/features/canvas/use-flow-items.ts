import type { NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import type { Projection } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'
import type { DesignFlowNode, Offer } from './DesignNode.tsx'
import { pathThrough } from './emphasis.ts'
import { type FlowEdge, flowEdges, flowNodes } from './flow-items.ts'
import { litNodes } from './lit.ts'
import { countProblems } from './problem-counts.ts'

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]))

/** The nodes that are drawn for some, which folding may hide. */
const shown = (nodes: Iterable<string>, standIns: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...nodes].map((node) => standIns.get(node) ?? node))

/** Everything that decides how nodes and edges look, gathered from the stores. */
function useDerived(projection: Projection, offers: ReadonlyMap<string, Offer> | undefined) {
  const document = useDocument()
  const problems = useProblems((state) => state.problems)
  const { marked, search, spotlight } = useSession()
  const told = useTrace((state) => state.lit)
  const isOver = useTrace(({ step, lit }) => step === undefined || step >= (lit?.events.length ?? 0) - 1)
  const traceOwner = useTrace((state) => state.distribution)
  const lastNodes = useRef<ReadonlyMap<string, DesignFlowNode>>(new Map())
  const lastEdges = useRef<ReadonlyMap<string, FlowEdge>>(new Map())
  const { standIns } = projection
  const counts = useMemo(() => countProblems(document, problems, standIns), [document, problems, standIns])
  const lit = useMemo(
    () =>
      new Map(
        [...litNodes(document, traceOwner, told, isOver)].map(([node, status]) => [
          standIns.get(node) ?? node,
          status,
        ]),
      ),
    [document, traceOwner, told, isOver, standIns],
  )
  const selected = useMemo(
    () =>
      shown(
        marked.flatMap((path) => thingAt(document, path)?.node ?? []),
        standIns,
      ),
    [document, marked, standIns],
  )
  const onPath = useMemo(() => {
    const node = standIns.get(spotlight ?? '') ?? spotlight
    return node !== undefined && projection.byId.has(node) ? pathThrough(projection, node) : undefined
  }, [projection, standIns, spotlight])
  return useMemo(() => {
    const before = lastNodes.current
    const nodes = flowNodes(document, projection, { selected, counts, lit, search, onPath, offers }, before)
    const edges = flowEdges(projection, nodes, lastEdges.current)
    lastNodes.current = byId(nodes)
    lastEdges.current = byId(edges)
    return { nodes, edges }
  }, [document, projection, selected, counts, lit, search, onPath, offers])
}

/** A node where it is being dragged to. */
type Moved = Pick<DesignFlowNode, 'position' | 'dragging'>
const unmoved: ReadonlyMap<string, Moved> = new Map()

/** The places that changes of React Flow's give; undefined where they give none. */
function placed(
  changes: readonly NodeChange<DesignFlowNode>[],
  current: ReadonlyMap<string, Moved>,
): ReadonlyMap<string, Moved> | undefined {
  const places = changes.flatMap((change): [string, Moved][] =>
    change.type === 'position' && change.position
      ? [[change.id, { position: change.position, ...(change.dragging && { dragging: true }) }]]
      : [],
  )
  return places.length > 0 ? new Map([...current, ...places]) : undefined
}

/** Nodes and edges for React Flow. Positions while dragging live here and nowhere else. */
export function useFlowItems(projection: Projection, offers: ReadonlyMap<string, Offer> | undefined) {
  const { nodes: derived, edges } = useDerived(projection, offers)
  const [moved, setMoved] = useState(unmoved)
  const nodes = useMemo(
    () =>
      moved.size === 0
        ? derived
        : derived.map((node) => {
            const move = moved.get(node.id)
            return move ? { ...node, ...move } : node
          }),
    [derived, moved],
  )
  const change = useCallback((changes: NodeChange<DesignFlowNode>[]) => {
    setMoved((current) => placed(changes, current) ?? current)
  }, [])
  /** Takes every node back to where the design has it. */
  const settle = useCallback(() => setMoved(unmoved), [])
  return { nodes, edges, change, settle }
}
