import { ViewportPortal } from '@xyflow/react'
import { Fragment, memo } from 'react'
import type { FitId } from '#things/fit.ts'
import { type Frame, heights, type Projection } from '#things/project.ts'
import { functionPlaces } from '#things/row-facts.ts'
import { useWhereDragged } from './dragging.ts'
import styles from './frames.module.css'
import type { DesignFlowNode } from './node/data.ts'
import rows from './node/row.module.css'

const initials: Readonly<Record<(typeof functionPlaces)[number]['event'], string>> = {
  'viewer-request': 'vq',
  'origin-request': 'oq',
  'origin-response': 'or',
  'viewer-response': 'vr',
}

/** The names of the columns; the rows say each of them to those who hear them. */
function Names({ fit, top, height }: { readonly fit: FitId; readonly top: number; readonly height: number }) {
  if (fit !== 'full' && fit !== 'middle') return null
  const isFull = fit === 'full'
  return (
    <div
      className={`${styles['names']} ${rows['columns']}`}
      data-fit={fit}
      style={{ top, height }}
      aria-hidden
    >
      <span />
      <span>Path pattern</span>
      <span>Viewer</span>
      {isFull && <span>Methods</span>}
      <span>Cache policy</span>
      <span>{isFull && 'To the origin'}</span>
      <span>{isFull && 'Headers'}</span>
      {functionPlaces.map(({ event, word }) => (
        <span key={event} className={styles['place']} title={word}>
          {initials[event]}
        </span>
      ))}
      <span
        className={styles['place']}
        title="The outcome of the last request, and the hits among all that are known"
      >
        Hits
      </span>
    </div>
  )
}

const at = (x: number, y: number) => ({ transform: `translate(${x}px, ${y}px)` })

/** What the walls are called, as far as there is room between them. */
const wallWords: Readonly<Record<FitId, readonly string[]>> = {
  full: ['edge caches', 'regional caches'],
  middle: ['edge caches', 'regional caches'],
  slim: ['edge', 'regional'],
  narrow: ['edge', 'reg.'],
  tiny: [],
}

/** The caches that every line goes through, as walls beside the lane. */
function Walls({ frame: { x, y, height, walls }, fit }: { readonly frame: Frame; readonly fit: FitId }) {
  const words = wallWords[fit]
  return (
    <div className={styles['walls']} style={at(x, y)} aria-hidden>
      {walls.map((wall, index) => (
        <div key={wall} className={styles['wall']} style={{ left: wall - x, top: 24, height: height - 24 }}>
          <span>
            {words[index]?.split(' ').map((word) => (
              <div key={word}>{word}</div>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

/** What stands in a frame goes with it, and is the same wherever it is dragged. */
const Inside = memo(function Inside({ frame, fit }: { readonly frame: Frame; readonly fit: FitId }) {
  const { y, lane } = frame
  return (
    <>
      <Names fit={fit} top={heights.head - 3} height={lane.top - y - heights.head} />
      <div
        className={styles['lines']}
        style={{
          top: lane.top - y - 3,
          height: lane.bottom - lane.top,
          backgroundSize: `100% ${heights.row}px`,
        }}
      />
    </>
  )
})

const FrameDrawing = memo(function FrameDrawing({
  frame,
  fit,
  dx,
  dy,
}: {
  readonly frame: Frame
  readonly fit: FitId
  readonly dx: number
  readonly dy: number
}) {
  const { x, y, width, height, lane } = frame
  const hasRows = lane.bottom > lane.top
  return (
    <>
      <div className={styles['frame']} style={{ width, height, ...at(x + dx, y + dy) }}>
        {hasRows && <Inside frame={frame} fit={fit} />}
      </div>
      {hasRows && dx === 0 && dy === 0 && <Walls frame={frame} fit={fit} />}
    </>
  )
})

/** Where a row that is being dragged would go: a line between the rows that stay. */
function insertionAt(frame: Frame, nodes: readonly DesignFlowNode[]): number | undefined {
  const isRow = ({ data: { node } }: DesignFlowNode) =>
    node.kind === 'behavior' && node.owner === frame.owner && node.order !== undefined
  const held = nodes.find((node) => node.dragging === true && isRow(node))
  if (!held) return undefined
  const rows = nodes.filter(isRow)
  const over = rows.filter((row) => row !== held && row.position.y < held.position.y).length
  const own = rows.filter((row) => (row.data.node.order ?? 0) < (held.data.node.order ?? 0)).length
  return over === own ? undefined : frame.lane.top + (over < own ? over : over + 1) * heights.row
}

function Insertion({ frame, nodes }: { readonly frame: Frame; readonly nodes: readonly DesignFlowNode[] }) {
  const y = insertionAt(frame, nodes)
  if (y === undefined) return null
  return (
    <div
      className={styles['insertion']}
      data-testid="insertion"
      style={{ ...at(frame.x, y), width: frame.width }}
    />
  )
}

/** The frames of the distributions, behind their heads and rows: one drawing each, wherever the head is dragged. */
export function Frames({
  projection: {
    frames,
    fit: { id: fit },
  },
  nodes: placed,
}: {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
}) {
  const nodes = useWhereDragged(placed)
  const heads = new Map(
    nodes.flatMap(({ data, position }) =>
      data.node.kind === 'distribution' ? [[data.node.owner, position] as const] : [],
    ),
  )
  return (
    <ViewportPortal>
      {frames.map((frame) => {
        const head = heads.get(frame.owner) ?? frame
        return (
          <Fragment key={frame.owner}>
            <FrameDrawing frame={frame} fit={fit} dx={head.x - frame.x} dy={head.y - frame.y} />
            <Insertion frame={frame} nodes={nodes} />
          </Fragment>
        )
      })}
    </ViewportPortal>
  )
}
