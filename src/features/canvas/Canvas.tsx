import { Controls, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow, useStore } from '@xyflow/react'
import './flow.css'
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { useDocument } from '#state/design.ts'
import { usePair } from '#state/pair.ts'
import { useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import { aroundWidth } from '#things/around.ts'
import { fitFor } from '#things/fit.ts'
import { project } from '#things/project.ts'
import { rowWidths } from '#things/row-widths.ts'
import { LaterPart, later } from '#ui/Loaded.tsx'
import { ContextMenu } from '#ui/Menu.tsx'
import { AroundCards, isLow } from './AroundCards.tsx'
import styles from './canvas.module.css'
import { looseMenu } from './canvas-menus.ts'
import { DesignNode } from './DesignNode.tsx'
import { Dots } from './Dots.tsx'
import { FindBox } from './FindBox.tsx'
import { Frames } from './Frames.tsx'
import { createHandlers, type Drawn, type OpenMenu } from './handlers.ts'
import { farthest, Labels } from './Labels.tsx'
import { Overview } from './Overview.tsx'
import type { PlayedProps } from './Played.tsx'
import { Stickies } from './Stickies.tsx'
import { useConnecting } from './use-connecting.ts'
import { useFirstView } from './use-first-view.ts'
import { useFlowItems } from './use-flow-items.ts'
import { useFollowing } from './use-following.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useKeyMenu } from './use-key-menu.ts'
import { useLineEnds } from './use-line-ends.ts'
import { useShifts } from './use-shifts.ts'
import { useTidying } from './use-tidying.ts'
import { setView } from './view.ts'
import { Ways } from './Ways.tsx'

/** Where each stage is on the drawing is known by the engine, which comes when a request is traced. */
const played = later<PlayedProps>(async () => (await import('./Played.tsx')).Played)

const nobody: ReadonlySet<string> = new Set()
const nodeTypes = { design: DesignNode }
/** Ctrl or Command with a click adds to the selection. */
const addingKeys = ['Control', 'Meta']

/** How much a node can say at the size at which it is drawn; the style sheet does the rest. */
const useZoomLevel = () =>
  useStore(({ transform: [, , zoom] }) =>
    zoom < farthest ? 'farthest' : zoom < 0.5 ? 'far' : zoom < 0.78 ? 'middle' : 'near',
  )

interface Size {
  readonly width: number
  readonly height: number
}

/** The drawing for a canvas of a width: in sight of a long lane its targets come along. */
function useProjection({ width }: Size) {
  const document = useDocument()
  const folded = useSession((session) => session.folded)
  const hasGroups = useMemo(
    () => distributionsIn(document).some((site) => originGroupsOf(site).length > 0),
    [document],
  )
  const hasAround = useSession((session) => session.around)
  const beside = useMemo(() => (hasAround ? aroundWidth(document) : 0), [hasAround, document])
  const fit = useMemo(() => fitFor(width - beside, hasGroups), [width, beside, hasGroups])
  const base = useMemo(() => project(document, folded, { fit }), [document, folded, fit])
  const shifts = useShifts(base)
  return useMemo(
    () => (shifts.size === 0 ? base : project(document, folded, { fit, shifts })),
    [base, document, folded, fit, shifts],
  )
}

/** As properties of the style sheet; another object only where one of them is another. */
function useRowWidths(): CSSProperties {
  const document = useDocument()
  const text = useMemo(() => JSON.stringify(rowWidths(document)), [document])
  // Properties of our own are none that React's types name.
  return useMemo(() => JSON.parse(text) as CSSProperties, [text])
}

/** Hands the view to the commands. A part of its own: it is drawn again when React Flow is ready, and nothing else has to be. */
function View({ width, height }: Size): null {
  const flow = useReactFlow()
  const size = useRef({ width, height })
  useLayoutEffect(() => {
    size.current = { width, height }
  }, [width, height])
  useLayoutEffect(() => {
    setView({ ...flow, size: () => size.current })
    return () => setView(undefined)
  }, [flow])
  useTidying()
  return null
}

function Flow({ size }: { readonly size: Size }) {
  const projection = useProjection(size)
  const connecting = useConnecting(projection)
  const { nodes, edges, change, settle, selected, users, lit } = useFlowItems(projection, connecting.offers)
  const first = useFirstView({ nodes, edges, size })
  const lines = useLineEnds(first.edges)
  const [menu, setMenu] = useState<OpenMenu | undefined>(undefined)
  const frame = useRef<HTMLDivElement>(null)
  const zoomLevel = useZoomLevel()
  const drawn = useRef<Drawn>({ projection, nodes, change, settle, showMenu: setMenu })
  useLayoutEffect(() => {
    drawn.current = { projection, nodes, change, settle, showMenu: setMenu }
  })
  const [handlers] = useState(() => createHandlers(() => drawn.current))
  const litIds = useMemo(() => new Set(lit.keys()), [lit])
  // What stands around has cards of its own, and those who use it need not be brought into view.
  const isAround = useSession((session) => session.around)
  useFollowing({ projection, selected, users: isAround ? nobody : users, lit: litIds, ...size })
  useKeptFocus(frame, projection)
  useKeyMenu(frame, setMenu)
  const isPair = usePair((state) => state.isShown)
  const isPlayed = useTrace(({ lit }) => lit !== undefined) || isPair
  const widths = useRowWidths()

  return (
    <div
      className={styles['frame']}
      data-zoom={zoomLevel}
      data-holding={connecting.offers !== undefined}
      data-many={edges.length > 24}
      ref={frame}
      style={widths}
    >
      <ReactFlow
        // React Flow's own type of a node's list can be changed; ours is not.
        nodes={nodes as (typeof nodes)[number][]}
        nodeTypes={nodeTypes}
        {...first}
        {...lines}
        {...connecting.handlers}
        {...handlers}
        connectOnClick={false}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addingKeys}
        nodesFocusable
        // Keys are ours: focus is selection, and rows are a list.
        disableKeyboardA11y
        autoPanOnNodeFocus={false}
        minZoom={0.05}
        maxZoom={2}
      >
        <View {...size} />
        <Dots />
        <Controls showInteractive={false} orientation={isLow(size) ? 'horizontal' : 'vertical'} />
        <Frames projection={projection} nodes={nodes} />
        <Ways nodes={nodes} edges={projection.edges} />
        <Stickies />
        <Labels projection={projection} nodes={nodes} />
        {isPlayed && <LaterPart of={played} props={{ projection, nodes }} />}
        <AroundCards projection={projection} size={size} />
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

/** The size of an element as long as it is there; undefined until it was measured. */
function useSize() {
  const element = useRef<HTMLElement>(null)
  const [size, setSize] = useState<Size | undefined>(undefined)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current
      setSize((was) => (was?.width === width && was.height === height ? was : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { element, size }
}

/** The drawing of the design: a frame for each distribution with its behaviors in precedence, and what they lead to. */
export function Canvas() {
  const { element, size } = useSize()
  return (
    <main className={styles['canvas']} aria-label="Canvas" ref={element}>
      {size && (
        <ReactFlowProvider>
          <Flow size={size} />
        </ReactFlowProvider>
      )}
    </main>
  )
}
