import { useStore, ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { RequestResult } from '#core/model/scenario.ts'
import type { Station } from '#core/trace/engine/stage.ts'
import { useTrace } from '#state/trace.ts'
import { type Outcome, outcomeOf, outcomeShapes } from '#things/outcome.ts'
import type { Projection } from '#things/project.ts'
import type { DesignFlowNode } from './node/data.ts'
import styles from './play/play.module.css'
import {
  farthestOf,
  linesOf,
  type Passed,
  type Placed,
  type Point,
  pointsOf,
  words,
  wordsPoint,
} from './play/route.ts'
import { type Cache, cacheHad, stationOf } from './play/stations.ts'
import { useLit } from './play/use-lit.ts'

/** At a point of the design; `scale` keeps words readable where the design is drawn small. */
export const at = ({ x, y }: Point, scale = 1) => ({ transform: `translate(${x}px, ${y}px) scale(${scale})` })

/** What makes words of the design's size as large as they are read, in steps. */
export const useReadableScale = () =>
  useStore(({ transform: [, , zoom] }) => Math.max(1, Math.round((0.95 / zoom) * 5) / 5))

/** The nodes on the way of a request, where they are now. */
export function passedOf({ frames }: Projection, lit: readonly DesignFlowNode[]): Passed | undefined {
  const place = (...kinds: readonly string[]): Placed | undefined => {
    const found = lit.findLast(({ data }) => kinds.includes(data.node.kind))
    return found && { kind: found.data.node.kind, size: found.data.node.size, position: found.position }
  }
  const viewer = place('viewer')
  const frame = frames.find(({ owner }) => owner === lit[0]?.data.node.owner)
  if (!viewer || !frame) return undefined
  return { viewer, frame, row: place('behavior', 'lane'), group: place('group'), origin: place('origin') }
}

/** From a point to the first card to its right: words end before it. */
const roomAt = ({ x }: Point, nodes: readonly DesignFlowNode[]): number =>
  Math.min(...nodes.flatMap(({ position }) => (position.x > x ? position.x - x : [])))

/** A cache on the way: its shape says what it had. */
function CacheMark({
  cache,
  point,
  room,
  result,
  scale: readable,
}: {
  cache: Cache
  point: Point
  room: number
  result: RequestResult
  scale: number
}) {
  const scale = Math.min(readable, 1.4)
  const had = cacheHad(result, cache)
  if (!had) return null
  return (
    <div
      className={styles['cache']}
      style={{
        ...at(point, scale),
        ...(room < Number.POSITIVE_INFINITY && { '--room': `${room / scale - 4}px` }),
      }}
      data-outcome={had.outcome}
      data-cache={cache}
    >
      <i aria-hidden>{outcomeShapes[had.outcome]}</i>
      <span>{had.text}</span>
    </div>
  )
}

/** What the step says that the story stands at, beside where it takes place. */
function Words({
  result,
  step,
  point,
  scale,
}: {
  result: RequestResult
  step: number
  point: Point
  scale: number
}) {
  const event = result.events[step]
  if (!event) return null
  return (
    <div className={styles['words']} style={{ ...at(point, scale), width: words.width }}>
      <b>
        {step + 1}. {event.title}
      </b>
      <p>{event.detail}</p>
    </div>
  )
}

/** The request itself, at the station of its step; at the end it is back with what came of it. */
function Mark({ station, point, outcome }: { station: Station; point: Point; outcome: Outcome | undefined }) {
  return (
    <div className={styles['mark']} style={at(point)} data-outcome={outcome} data-station={station}>
      <i aria-hidden>{outcome ? outcomeShapes[outcome] : '●'}</i>
    </div>
  )
}

/** The traced request on the drawing, as far as its story is told. Who hears the page has the story beside it. */
export function Play({
  projection,
  nodes,
}: {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
}) {
  const lit = useLit()
  const step = useTrace((state) => state.step)
  const whole = useTrace(({ traced, shown }) => traced.find(({ id }) => id === shown)?.result)
  const scale = useReadableScale()
  const passed = useMemo(
    () =>
      lit
        ? passedOf(
            projection,
            nodes.filter(({ data }) => data.isLit),
          )
        : undefined,
    [lit, projection, nodes],
  )
  if (!lit || !passed) return null
  const events = lit.events.slice(0, step === undefined ? undefined : step + 1)
  const told = { ...lit, events }
  const isOver = step === undefined || step >= (whole ?? lit).events.length - 1
  const points = pointsOf(passed)
  const station = isOver ? 'viewer' : stationOf(events.at(-1) ?? { stage: '' })
  const reached = farthestOf(events.map(stationOf))
  const outcome = isOver ? outcomeOf(lit) : undefined
  return (
    <ViewportPortal>
      <div className={styles['play']} aria-hidden data-testid="play">
        <svg className={styles['way']} data-outcome={outcome} aria-hidden>
          <path d={linesOf(passed, reached)} />
        </svg>
        {(['edge', 'region', 'shield'] as const).map((cache) => (
          <CacheMark
            key={cache}
            cache={cache}
            point={points[cache]}
            room={roomAt(points[cache], nodes)}
            result={told}
            scale={scale}
          />
        ))}
        <Mark station={station} point={points[station]} outcome={outcome} />
        {step !== undefined && (
          <Words result={lit} step={step} point={wordsPoint(passed, station, scale)} scale={scale} />
        )}
      </div>
    </ViewportPortal>
  )
}
