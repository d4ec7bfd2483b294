import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useMode } from '#app/panels.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Path, toPointer, valueAt } from '#core/model/path.ts'
import { Palette } from '#features/canvas/palette/Palette.tsx'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { Outline } from '#features/outline/Outline.tsx'
import { useDesign } from '#state/design.ts'
import {
  fold,
  isFolded,
  keepWidth,
  type ModeId,
  maximise,
  type PaneId,
  type Side,
  useFrame,
} from '#state/frame.ts'
import { announce, useSession } from '#state/session.ts'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { still } from '#ui/still.ts'
import { DockTabs } from './DockTabs.tsx'
import styles from './frame.module.css'
import { Middle } from './Middle.tsx'
import { Measured, Pane } from './Pane.tsx'

export function Things() {
  return (
    <>
      <Palette />
      <h3 className={styles['heading']}>Outline</h3>
      <Outline />
    </>
  )
}

/** What the sides take until they are dragged: on a small screen the canvas needs the room more. */
const widthAtFirst = (side: Side): number =>
  window.innerWidth < 1200 ? { left: 184, right: 264 }[side] : { left: 236, right: 336 }[side]

function SidePanel({ side, children }: { readonly side: Side; readonly children: ReactNode }) {
  const [width] = useState(() => useFrame.getState().widths[side] ?? widthAtFirst(side))
  return (
    <Panel
      id={side}
      defaultSize={`${width}px`}
      minSize={side === 'left' ? '170px' : '240px'}
      maxSize="45%"
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => {
        if (inPixels > 0) keepWidth(side, inPixels)
      }}
    >
      {children}
    </Panel>
  )
}

const isThere = (design: DesignDocument, selection: Path | undefined): boolean =>
  selection !== undefined && valueAt(design, selection) !== undefined

/** The sides that are there now: an inspector of nothing takes nothing. */
export function useSides(): Readonly<Record<Side, boolean>> {
  const mode = useMode()
  const selection = useSession((session) => session.selection)
  // An undo takes away what is selected: the settings of nothing are an empty column.
  const hasSelection = useDesign(({ history }) => isThere(history.present, selection))
  const folded = useFrame((frame) => frame.folded)
  return {
    left: !isFolded({ folded }, mode, 'left'),
    right: hasSelection && !isFolded({ folded }, mode, 'right'),
  }
}

/** The pane that has the window for itself, as long as it is there. */
export function useMaximised(): PaneId | undefined {
  const maximised = useFrame((frame) => frame.maximised)
  const hasWork = useSession(({ panel }) => panel !== undefined)
  const isThere = { ...useSides(), canvas: true, work: hasWork }
  return maximised && isThere[maximised] ? maximised : undefined
}

/** What leads to a field shows the settings, folded or not. */
function useLedTo(): void {
  const mode = useMode()
  const focus = useSession((session) => session.focus)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fold is of whoever is in the mode when something leads there
  useEffect(() => {
    if (!focus) return
    fold(mode, 'right', false)
    maximise(undefined)
  }, [focus])
}

/** Modes in which it was told where the settings are. */
const told = new Set<ModeId>()

/** Where the settings make room for the work, who selects something is told once where they are. */
function useToldOfSettings(): void {
  const mode = useMode()
  const selection = useSession((session) => session.selection)
  const before = useRef(selection)
  useEffect(() => {
    const isOther = selection !== undefined && selection !== before.current
    before.current = selection
    const { folded } = useFrame.getState()
    if (!isOther || told.has(mode) || !isFolded({ folded }, mode, 'right')) return
    told.add(mode)
    announce('The settings are folded away here.', {
      label: 'Show them',
      run: () => fold(mode, 'right', false),
    })
  }, [selection, mode])
}

/** The inspector, scrolled as it was in the mode before; another thing begins at its top. */
function Settings() {
  const of = useSession(({ selection }) => selection && toPointer(selection))
  const scroller = useKeptScroll('settings', of)
  return (
    <div ref={scroller} className={styles['scrolled']}>
      <Inspector />
    </div>
  )
}

/** A window with room: the work of the mode, the canvas, and the sides that are not folded. */
export function WideWorkspace() {
  const { left, right } = useSides()
  const mode = useMode()
  const only = useMaximised()
  useLedTo()
  useToldOfSettings()
  return (
    <div className={styles['workspace']} data-only={only}>
      {/* The library's own cursor is a rule for every element there is: the whole page is styled again at each separator. */}
      <Group orientation="horizontal" className={styles['columns']} style={still} disableCursor>
        {left && (
          <>
            <SidePanel side="left">
              <Pane id="left" label="Palette and outline">
                <div className={styles['side']}>
                  <Measured>
                    <Things />
                  </Measured>
                </div>
              </Pane>
            </SidePanel>
            <Separator className={styles['handle']} aria-label="Width of the palette" />
          </>
        )}
        <Panel id="middle" minSize="30%">
          <Middle />
        </Panel>
        {right && (
          <>
            <Separator className={styles['handle']} aria-label="Width of the inspector" />
            <SidePanel side="right">
              <Pane id="right" label="Settings">
                <Measured>
                  <Settings />
                </Measured>
              </Pane>
            </SidePanel>
          </>
        )}
      </Group>
      {mode === 'design' && <DockTabs />}
    </div>
  )
}
