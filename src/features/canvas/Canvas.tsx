import {
  Controls,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  useStoreApi,
} from '@xyflow/react'
import './flow.css'
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isSelected } from '#commands/actions.ts'
import { pathsOf } from '#commands/folding.ts'
import { thingMenu } from '#commands/thing-menu.ts'
import { moveBehavior } from '#core/edits/behaviors.ts'
import { placeNode } from '#core/edits/resources.ts'
import { combine } from '#core/model/edit.ts'
import { commit, currentDocument, useDesign, useDocument } from '#state/design.ts'
import { announce, select, selectAll, setConnecting, toggleSelected, useSession } from '#state/session.ts'
import { type CanvasNode, type Projection, project } from '#things/project.ts'
import { ContextMenu, type MenuEntry } from '#ui/Menu.tsx'
import styles from './canvas.module.css'
import { edgeMenu, looseMenu, nodeMenu, paneMenu } from './canvas-menus.ts'
import { stepConnection } from './connect-by-steps.ts'
import { type DesignFlowNode, DesignNode } from './DesignNode.tsx'
import { Dots } from './Dots.tsx'
import { FindBox } from './FindBox.tsx'
import type { FlowEdge } from './flow-items.ts'
import { Overview } from './Overview.tsx'
import { insertFromPalette, paletteMime } from './palette/index.ts'
import { look } from './sight.ts'
import { nodeIdAt, useConnecting } from './use-connecting.ts'
import { useFlowItems } from './use-flow-items.ts'
import { setView, showFirst } from './view.ts'
import { Ways } from './Ways.tsx'

const nodeTypes = { design: DesignNode }
/** Ctrl or Command with a click adds to the selection. */
const addingKeys = ['Control', 'Meta']

interface OpenMenu {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly at: { readonly x: number; readonly y: number }
}

/** The precedence that a dragged behavior has where it was dropped. */
function droppedOrder(nodes: readonly DesignFlowNode[], dropped: DesignFlowNode): number | undefined {
  const { node } = dropped.data
  if (node.kind !== 'behavior' || node.order === undefined) return undefined
  const others = nodes.filter(
    ({ id, data }) => id !== dropped.id && data.node.owner === node.owner && data.node.order !== undefined,
  )
  return others.filter(({ position }) => position.y < dropped.position.y).length
}

/** How much a node can say at the size at which it is drawn; the style sheet does the rest. */
const useZoomLevel = () =>
  useStore(({ transform: [, , zoom] }) =>
    zoom < 0.3 ? 'farthest' : zoom < 0.55 ? 'far' : zoom < 0.8 ? 'middle' : 'near',
  )

/** Selects what a node stands for; one thing shows its form. */
function selectNode(node: CanvasNode): void {
  if (node.lane) selectAll(pathsOf(node))
  else select(node.path)
}

/** What React Flow selected by click or frame, as the selection of the page. */
function takeSelection(byId: Projection['byId'], changes: readonly NodeChange<DesignFlowNode>[]): void {
  const selects = changes.filter((change) => change.type === 'select')
  if (selects.length === 0) return
  const { marked } = useSession.getState()
  const removed = selects.flatMap(({ id, selected }) => {
    const node = selected ? undefined : byId.get(id)
    return node ? pathsOf(node) : []
  })
  const added = selects.flatMap(({ id, selected }) => {
    const node = selected ? byId.get(id) : undefined
    return node ? pathsOf(node).filter((path) => !isSelected(marked, path)) : []
  })
  if (removed.length > 0 || added.length > 0)
    selectAll([...marked.filter((path) => !isSelected(removed, path)), ...added])
}

/** Writes down where nodes were dragged to; a behavior's place is its precedence. */
function dropNodes(
  nodes: readonly DesignFlowNode[],
  dropped: readonly DesignFlowNode[],
  mergeKey?: string,
): void {
  const [only] = dropped
  if (dropped.length === 1 && only?.data.node.kind === 'behavior') {
    const order = droppedOrder(nodes, only)
    const { node } = only.data
    const edit =
      order === undefined
        ? undefined
        : moveBehavior(currentDocument(), node.owner, (node.order ?? 1) - 1, order)
    if (!edit) return
    commit(edit)
    select([...node.path.slice(0, -1), order ?? 0])
    announce(edit.label)
    return
  }
  const moved = dropped.filter(({ data }) => data.node.kind !== 'behavior' && data.node.kind !== 'lane')
  if (moved.length === 0) return
  const edits = moved.map(({ id, position }) =>
    placeNode(id, { x: Math.round(position.x), y: Math.round(position.y) }),
  )
  const move = combine(edits.length === 1 ? 'Move node' : `Move ${edits.length} nodes`, edits)
  commit({ ...move, ...(mergeKey !== undefined && { mergeKey }) })
}

/** What the handlers need to know of the canvas as it is drawn now. */
interface Drawn {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
  readonly change: (changes: NodeChange<DesignFlowNode>[]) => void
  readonly settle: () => void
  readonly showMenu: (menu: OpenMenu) => void
}
type PointEvent = { clientX: number; clientY: number; preventDefault: () => void }

const idAround = (target: EventTarget, what: 'node' | 'edge'): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>(`.react-flow__${what}`)?.dataset['id'] : undefined

/** Writes down where the arrow keys moved nodes to; presses that follow each other are one step of undo. */
function moveByKeys({ nodes, settle }: Drawn): void {
  const moved = nodes.filter(
    ({ selected, position, data }) =>
      selected === true && (position.x !== data.node.position.x || position.y !== data.node.position.y),
  )
  if (moved.length === 0) return
  const free = moved.filter(({ data }) => data.node.kind !== 'behavior' && data.node.kind !== 'lane')
  if (free.length > 0) dropNodes(nodes, free, `arrows ${free.map(({ id }) => id).join()}`)
  settle()
  if (free.length < moved.length)
    announce('Behaviors stay in their column; Alt+↑ and Alt+↓ change their precedence.')
}

function selectByKey(event: KeyboardEvent, projection: Projection): void {
  const { target } = event
  const node = projection.byId.get(idAround(target, 'node') ?? '')
  const isConnecting = useSession.getState().connecting !== undefined
  if (!node || !['Enter', ' ', 'Escape'].includes(event.key)) return
  if (target instanceof Element && target.closest('button')) return
  // Enter on another node ends a connection that was begun; Escape would take the focus away too.
  if (isConnecting && event.key === 'Enter') stepConnection(projection, node, null)
  else if (isConnecting && event.key === 'Escape') setConnecting(undefined)
  else if (event.key === 'Escape') return
  // The first press selects, as on any list; Enter on what is selected opens its form.
  else if (event.key === ' ' && event.ctrlKey) for (const path of pathsOf(node)) toggleSelected(path)
  else if (isSelected(useSession.getState().marked, node.path)) return
  else selectNode(node)
  event.preventDefault()
  event.stopPropagation()
}

function dropItem(event: DragEvent, { byId, edges }: Projection): void {
  const item = event.dataTransfer.getData(paletteMime)
  if (item === '') return
  event.preventDefault()
  event.stopPropagation()
  const edge = edges.find(({ id }) => id === idAround(event.target, 'edge'))
  const onto = byId.get(nodeIdAt({ x: event.clientX, y: event.clientY }) ?? edge?.from ?? '')
  insertFromPalette(item, onto?.path)
}

/**
 * Handlers that stay the same functions as long as the canvas is open: React Flow draws every node again when it is
 * given another one. `drawn` gives what is drawn when they run.
 */
function createHandlers(drawn: () => Drawn) {
  const open = (event: PointEvent, label: string, entries: readonly MenuEntry[]) => {
    event.preventDefault()
    if (entries.length > 0) drawn().showMenu({ label, entries, at: { x: event.clientX, y: event.clientY } })
  }
  const stop = (dragged: readonly DesignFlowNode[]) => {
    const { nodes, settle } = drawn()
    dropNodes(nodes, dragged)
    settle()
  }
  return {
    onNodesChange: (changes: NodeChange<DesignFlowNode>[]) => {
      takeSelection(drawn().projection.byId, changes)
      drawn().change(changes.filter(({ type }) => type !== 'remove' && type !== 'select'))
    },
    onNodeDragStop: (_: unknown, __: unknown, dragged: DesignFlowNode[]) => stop(dragged),
    onSelectionDragStop: (_: unknown, dragged: DesignFlowNode[]) => stop(dragged),
    onPaneClick: () => {
      setConnecting(undefined)
      select(undefined)
    },
    onNodeClick: (event: MouseEvent, { data }: DesignFlowNode) => {
      if (stepConnection(drawn().projection, data.node, event.target)) return
      // React Flow says nothing where the node is selected already.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) selectNode(data.node)
    },
    onNodeContextMenu: (event: MouseEvent, { data }: DesignFlowNode) => {
      if (!isSelected(useSession.getState().marked, data.node.path)) selectNode(data.node)
      open(event, `Menu of ${data.summary.title}`, nodeMenu(data.node))
    },
    onSelectionContextMenu: (event: MouseEvent) =>
      open(event, 'Menu of the selection', thingMenu(useSession.getState().selection ?? [])),
    onPaneContextMenu: (event: PointEvent) => open(event, 'Menu of the canvas', paneMenu()),
    onEdgeContextMenu: (event: MouseEvent, { data }: FlowEdge) => {
      if (data) open(event, 'Menu of the connection', edgeMenu(drawn().projection, data.edge))
    },
    onKeyUpCapture: (event: KeyboardEvent) => {
      if (event.key.startsWith('Arrow') && idAround(event.target, 'node') !== undefined) moveByKeys(drawn())
    },
    onKeyDownCapture: (event: KeyboardEvent) => selectByKey(event, drawn().projection),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(paletteMime)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => dropItem(event, drawn().projection),
  }
}

function Flow() {
  const document = useDocument()
  const designId = useDesign(({ id }) => id)
  const folded = useSession((session) => session.folded)
  const projection = useMemo(() => project(document, folded), [document, folded])
  const connecting = useConnecting(projection)
  const { nodes, edges, change, settle } = useFlowItems(projection, connecting.offers)
  const [menu, setMenu] = useState<OpenMenu | undefined>(undefined)
  const frame = useRef<HTMLDivElement>(null)
  const zoomLevel = useZoomLevel()
  const flow = useReactFlow()
  const drawn = useRef<Drawn>({ projection, nodes, change, settle, showMenu: setMenu })
  useLayoutEffect(() => {
    drawn.current = { projection, nodes, change, settle, showMenu: setMenu }
  })
  const [handlers] = useState(() => createHandlers(() => drawn.current))

  useEffect(() => {
    // React Flow's own type knows our nodes better than the view has to.
    setView(flow as unknown as Parameters<typeof setView>[0])
    return () => setView(undefined)
  }, [flow])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is set when another design is opened, not at each edit
  useEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = frame.current ?? {}
    settle()
    showFirst({ width, height })
  }, [designId])
  const store = useStoreApi()
  useEffect(() => {
    look(store.getState())
    return store.subscribe(look)
  }, [store])

  return (
    <div className={styles['frame']} data-zoom={zoomLevel} ref={frame}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        {...connecting.handlers}
        {...handlers}
        connectOnClick={false}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addingKeys}
        nodesFocusable
        autoPanOnNodeFocus
        minZoom={0.08}
        maxZoom={2}
      >
        <Dots />
        <Controls showInteractive={false} />
        <Ways nodes={nodes} edges={projection.edges} />
        <Overview nodes={nodes} />
      </ReactFlow>
      <FindBox projection={projection} />
      {menu && <ContextMenu {...menu} onClose={() => setMenu(undefined)} />}
      {connecting.loose && (
        <ContextMenu
          label="Connect with something new"
          entries={looseMenu(connecting.loose.from)}
          at={connecting.loose.at}
          onClose={connecting.closeLoose}
        />
      )}
    </div>
  )
}

/** The drawing of the design: columns of viewers, distribution, behaviors in precedence, groups and origins. */
export function Canvas() {
  return (
    <main className={styles['canvas']} aria-label="Canvas">
      <ReactFlowProvider>
        <Flow />
      </ReactFlowProvider>
    </main>
  )
}
