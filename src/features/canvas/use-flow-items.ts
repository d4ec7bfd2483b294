import { type NodeChange, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { useMarkedAgainst } from '#state/comparison.ts'
import { useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import { differencesBetween } from '#things/differences.ts'
import type { Projection } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'
import { allUsers } from '#things/users.ts'
import { type DifferenceMark, differenceMarks } from './difference-marks.ts'
import { setDragged } from './dragging.ts'
import { foundIn, pathThrough } from './emphasis.ts'
import { type Emphasis, type FlowEdge, flowEdges, flowNodes } from './flow-items.ts'
import { litNodes } from './lit.ts'
import type { DesignFlowNode, Offer } from './node/data.ts'
import { litByPair, usePlayedPair } from './play/played-pair.ts'
import { useLit } from './play/use-lit.ts'
import { countProblems } from './problem-counts.ts'
import { useRecords } from './use-records.ts'

const isShallowlySame = (a: Emphasis, b: Emphasis): boolean =>
  (Object.keys(a) as (keyof Emphasis)[]).every((name) => a[name] === b[name])

/** The items as they were before where none of them is other: a list that is the same is not gone through again. */
const kept = <Item>(items: Item[], before: Item[]): Item[] =>
  items.length === before.length && items.every((item, index) => item === before[index]) ? before : items

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]))

/** The nodes that are drawn for some, which folding may hide. */
const shown = (nodes: Iterable<string>, standIns: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...nodes].map((node) => standIns.get(node) ?? node))

/** The nodes that use the resource that is selected, where it has no node of its own. */
function usersShown(document: DesignDocument, selection: Path | undefined): readonly string[] {
  const thing = thingAt(document, selection)
  if (!thing || thing.node) return []
  const users = allUsers(document).get(thing.owner) ?? []
  return users.flatMap((path) => thingAt(document, path)?.node ?? [])
}

/** What a traced request lights, or two that are played side by side. */
function useTraced(document: DesignDocument, standIns: Projection['standIns']) {
  const pair = usePlayedPair()
  const told = useLit()
  const isOver = useTrace(({ step, lit }) => step === undefined || step >= (lit?.events.length ?? 0) - 1)
  const owner = useTrace((state) => state.distribution)
  const lit = useMemo(
    () =>
      new Map(
        [...(pair ? litByPair(document, pair) : litNodes(document, owner, told, isOver))].map(
          ([node, status]) => [standIns.get(node) ?? node, status],
        ),
      ),
    [document, pair, owner, told, isOver, standIns],
  )
  return lit
}

/** The row of each lane that Tab leads to: the selected one, or the one that was, or the first. */
function useStops({ nodes }: Projection, selected: ReadonlySet<string>): ReadonlySet<string> {
  const lasting = useRef<ReadonlyMap<string, string>>(new Map())
  return useMemo(() => {
    const stops = new Map<string, string>()
    for (const wanted of [selected, new Set(lasting.current.values()), undefined])
      for (const { id, kind, owner } of nodes)
        if ((kind === 'behavior' || kind === 'lane') && !stops.has(owner) && (!wanted || wanted.has(id)))
          stops.set(owner, id)
    lasting.current = stops
    return new Set(stops.values())
  }, [nodes, selected])
}

const unmarked: ReadonlyMap<string, DifferenceMark> = new Map()

/** What differs from the state that the design is compared with. */
function useDifferences(document: DesignDocument, standIns: Projection['standIns']) {
  const earlier = useMarkedAgainst()
  return useMemo(
    () => (earlier ? differenceMarks(document, differencesBetween(earlier, document), standIns) : unmarked),
    [earlier, document, standIns],
  )
}

/** Nodes and edges as objects that stay the same as long as what they show does. */
function useItems(
  document: DesignDocument,
  projection: Projection,
  emphasis: Emphasis,
  chosenEdge: string | undefined,
) {
  const lastNodes = useRef<DesignFlowNode[]>([])
  const lastEdges = useRef<FlowEdge[]>([])
  const of = useRef(emphasis)
  if (!isShallowlySame(of.current, emphasis)) of.current = emphasis
  const { current } = of
  return useMemo(() => {
    const [oldNodes, oldEdges] = [lastNodes.current, lastEdges.current]
    const nodes = kept(flowNodes(document, projection, current, byId(oldNodes)), oldNodes)
    const edges = kept(flowEdges(projection, nodes, chosenEdge, byId(oldEdges)), oldEdges)
    lastNodes.current = nodes
    lastEdges.current = edges
    return { nodes, edges }
  }, [document, projection, current, chosenEdge])
}

/** Everything that decides how nodes and edges look, gathered from the stores. */
function useDerived(projection: Projection, offers: ReadonlyMap<string, Offer> | undefined) {
  const document = useDocument()
  const problems = useProblems((state) => state.problems)
  const marked = useSession((session) => session.marked)
  const search = useSession((session) => session.search)
  const spotlight = useSession((session) => session.spotlight)
  const selection = useSession((session) => session.selection)
  const chosenEdge = useSession((session) => session.edge)
  const { standIns } = projection
  const counts = useMemo(() => countProblems(document, problems, standIns), [document, problems, standIns])
  const lit = useTraced(document, standIns)
  const last = useRecords(document)
  const differences = useDifferences(document, standIns)
  const selected = useMemo(
    () =>
      shown(
        marked.flatMap((path) => thingAt(document, path)?.node ?? []),
        standIns,
      ),
    [document, marked, standIns],
  )
  const users = useMemo(
    () => shown(usersShown(document, selection), standIns),
    [document, selection, standIns],
  )
  const stops = useStops(projection, selected)
  const found = useMemo(
    () =>
      search === undefined || search.trim() === ''
        ? undefined
        : new Set(foundIn(document, projection, search).map(({ id }) => id)),
    [document, projection, search],
  )
  const onPath = useMemo(() => {
    const node = standIns.get(spotlight ?? '') ?? spotlight
    return node !== undefined && projection.byId.has(node) ? pathThrough(projection, node) : undefined
  }, [projection, standIns, spotlight])
  const emphasis = { selected, counts, lit, last, users, stops, found, onPath, offers, differences }
  return { ...useItems(document, projection, emphasis, chosenEdge), selected, users, lit }
}

/** A node where it is being dragged to. */
type Moved = Pick<DesignFlowNode, 'position' | 'dragging' | 'zIndex'>
/** What is dragged goes over everything else, as React Flow has it of what is selected. */
const over = 1000
const unmoved: ReadonlyMap<string, Moved> = new Map()

/** The places that changes of React Flow's give; undefined where they give none. */
function placed(
  changes: readonly NodeChange<DesignFlowNode>[],
  current: ReadonlyMap<string, Moved>,
): ReadonlyMap<string, Moved> | undefined {
  const places = changes.flatMap((change): [string, Moved][] =>
    change.type === 'position' && change.position
      ? [[change.id, { position: change.position, ...(change.dragging && { dragging: true, zIndex: over }) }]]
      : [],
  )
  return places.length > 0 ? new Map([...current, ...places]) : undefined
}

/** How far the frames are dragged: what belongs to one goes with its head. */
function draggedFrames(derived: readonly DesignFlowNode[], moved: ReadonlyMap<string, Moved>) {
  const by = new Map<string, { readonly x: number; readonly y: number }>()
  for (const { id, data, position } of derived) {
    const to = data.node.kind === 'distribution' ? moved.get(id)?.position : undefined
    if (to) by.set(data.node.owner, { x: to.x - position.x, y: to.y - position.y })
  }
  return by
}

/** The nodes where they are while something is dragged. */
function whereDragged(
  derived: readonly DesignFlowNode[],
  moved: ReadonlyMap<string, Moved>,
  placed: DesignDocument['layout'],
): readonly DesignFlowNode[] {
  if (moved.size === 0) return derived
  const frames = draggedFrames(derived, moved)
  return derived.map((node) => {
    const move = moved.get(node.id)
    if (move) return { ...node, ...move }
    const by = frames.get(node.data.node.owner)
    // A place of an older design stands where it was put, wherever its distribution goes.
    const place = placed[node.id]
    if (!by || (place && !place.beside)) return node
    return { ...node, position: { x: node.position.x + by.x, y: node.position.y + by.y } }
  })
}

/** What is drawn, and the places that a drag gives some of it until it ends. */
function usePlaces(derived: readonly DesignFlowNode[]) {
  const store = useStoreApi<DesignFlowNode>()
  const { layout } = useDocument()
  const moved = useRef(unmoved)
  const latest = useRef({ derived, layout })
  const [settled, setSettled] = useState(0)
  // What is dragged stays where it is when an edit or a result comes in the middle.
  const nodes = useMemo(() => whereDragged(derived, moved.current, layout), [derived, layout])
  useLayoutEffect(() => {
    latest.current = { derived, layout }
  }, [derived, layout])
  useLayoutEffect(() => {
    if (settled > 0) store.getState().setNodes([...latest.current.derived])
  }, [store, settled])
  const change = useCallback(
    (changes: NodeChange<DesignFlowNode>[]) => {
      const next = placed(changes, moved.current)
      if (!next) return
      moved.current = next
      const now = whereDragged(latest.current.derived, next, latest.current.layout)
      // Straight into React Flow's store: through its properties every frame would draw the whole canvas again.
      store.getState().setNodes([...now])
      setDragged(now)
    },
    [store],
  )
  /** Takes every node back to where the design has it. */
  const settle = useCallback(() => {
    moved.current = unmoved
    setDragged(undefined)
    setSettled((count) => count + 1)
  }, [])
  useEffect(() => () => setDragged(undefined), [])
  return { nodes, change, settle }
}

/** Nodes and edges for React Flow. */
export function useFlowItems(projection: Projection, offers: ReadonlyMap<string, Offer> | undefined) {
  const { nodes: derived, ...rest } = useDerived(projection, offers)
  return { ...rest, ...usePlaces(derived) }
}
