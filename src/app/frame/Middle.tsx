import { useLayoutEffect, useRef } from 'react'
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels'
import { Drawing } from '#app/Drawing.tsx'
import { entryOf, type PanelEntry } from '#app/panels.ts'
import { keepSplit, type Split, useFrame } from '#state/frame.ts'
import { useSession } from '#state/session.ts'
import { still } from '#ui/still.ts'
import styles from './frame.module.css'
import { Pane } from './Pane.tsx'
import { WorkPane } from './WorkPane.tsx'

/** The sides take their part of the width where a design is drawn. */
const isRoomBeside = ({ mode }: PanelEntry) => window.innerWidth >= (mode === 'design' ? 1280 : 1024)
/** With less width than this, px, names of a drawing cannot be read beside the work. */
const leastDrawing = 280
const isReadable = ({ size }: Split) => (window.innerWidth * (100 - size)) / 100 >= leastDrawing

/** How a panel stands to the canvas: as a person left it, else as it is made. In a narrow window always below. */
export function splitOf(entry: PanelEntry, splits: Readonly<Record<string, Split>>): Split {
  const kept = splits[entry.id]
  const split = kept ?? entry.split
  const fits = isRoomBeside(entry) && (kept !== undefined || isReadable(split))
  return fits || !split.isBeside ? split : { isBeside: false, size: Math.max(56, split.size - 6) }
}

/** The canvas with the work of the mode beside or below it; it is the same canvas in every mode. */
export function Middle() {
  const entry = useSession(({ panel }) => entryOf(panel))
  const splits = useFrame((frame) => frame.splits)
  const group = useRef<GroupImperativeHandle>(null)
  const split = entry && splitOf(entry, splits)
  const size = split?.size
  const name = entry?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: each panel has a split of its own
  useLayoutEffect(() => {
    // A work pane that has just come begins with its own size.
    if (size === undefined || !('work' in (group.current?.getLayout() ?? {}))) return
    group.current?.setLayout({ canvas: 100 - size, work: size })
  }, [name, size, split?.isBeside])
  return (
    <Group
      groupRef={group}
      orientation={split?.isBeside ? 'horizontal' : 'vertical'}
      className={styles['middle']}
      style={still}
      disableCursor
      onLayoutChanged={({ work }, { isUserInteraction }) => {
        if (!isUserInteraction || !entry || !split || work === undefined) return
        keepSplit(entry.id, { ...split, size: Math.round(work * 10) / 10 })
      }}
    >
      <Panel id="canvas" minSize="15%">
        <Pane id="canvas" label="Drawing">
          <Drawing />
        </Pane>
      </Panel>
      {entry && (
        <>
          <Separator className={styles['handle']} aria-label={`Between the drawing and ${entry.label}`} />
          <Panel id="work" minSize="15%" defaultSize={`${size}%`}>
            <WorkPane entry={entry} />
          </Panel>
        </>
      )}
    </Group>
  )
}
