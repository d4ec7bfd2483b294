import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { RequestResult } from '#core/model/scenario.ts'
import { useDocument } from '#state/design.ts'
import { showBeat, sideNames } from '#state/pair.ts'
import { outcomeOf, outcomeShapes } from '#things/outcome.ts'
import type { Projection } from '#things/project.ts'
import { litNodes } from './lit.ts'
import type { DesignFlowNode } from './node/data.ts'
import { at, passedOf, useReadableScale } from './Play.tsx'
import { Bar } from './PlayBar.tsx'
import styles from './play/both.module.css'
import { type PlayedPair, usePlayedPair } from './play/played-pair.ts'
import { farthestOf, linesOf, type Passed, pointsOf } from './play/route.ts'
import { type Cache, cacheAt, cacheHad, stationOf } from './play/stations.ts'

type Which = 0 | 1
const sides: readonly Which[] = [0, 1]
/** A goes above the middle of the way and B below it, where both take the same one. */
const apart = [-5, 5] as const

/** The nodes that one of the two passed, as far as it is told. */
function usePassed(projection: Projection, nodes: readonly DesignFlowNode[], pair: PlayedPair | undefined) {
  const document = useDocument()
  return useMemo(
    () =>
      sides.map((which) => {
        if (!pair) return undefined
        const { standIns } = projection
        const lit = litNodes(document, pair.owner, pair.told[which])
        const ids = new Set([...lit.keys()].map((node) => standIns.get(node) ?? node))
        return passedOf(
          projection,
          nodes.filter(({ id }) => ids.has(id)),
        )
      }),
    [document, projection, nodes, pair],
  )
}

/** What is said at the place where a request is: what the cache had, else the stage. */
function wordsAt(result: RequestResult, pair: PlayedPair): string {
  const event = result.events.at(-1)
  const cache = event && cacheAt(event)
  const had = cache && cacheHad(result, cache)
  if (pair.isOver) return `${result.status} ${result.resultType}`
  return had?.text ?? event?.title ?? ''
}

interface WalkProps {
  readonly which: Which
  readonly pair: PlayedPair
  readonly passed: Passed
  readonly scale: number
}

/** One of the two on its way: its line, what the caches had for it, and itself. */
function Walk({ which, pair, passed, scale }: WalkProps) {
  const told = pair.told[which]
  const points = pointsOf(passed)
  const station = pair.isOver ? 'viewer' : stationOf(told.events.at(-1) ?? { stage: '' })
  const reached = farthestOf(told.events.map(stationOf))
  const dy = apart[which]
  const beside = ({ x, y }: { readonly x: number; readonly y: number }, by: number) => ({ x, y: y + by })
  const here = beside(points[station], dy * 2.6)
  const isWaiting = !pair.isOver && pair.aligned.beats[pair.beat]?.[which === 0 ? 'one' : 'two'] === null
  return (
    <div data-side={which === 0 ? 'one' : 'two'} data-waiting={isWaiting}>
      <svg className={styles['way']} aria-hidden>
        <path d={linesOf(passed, reached)} transform={`translate(0 ${dy})`} />
      </svg>
      {(['edge', 'region', 'shield'] satisfies Cache[]).map((cache) => {
        const had = cacheHad(told, cache)
        if (!had) return null
        return (
          <i
            key={cache}
            className={styles['cache']}
            data-cache={cache}
            style={at(beside(points[cache], dy * 2.6))}
          >
            {outcomeShapes[had.outcome]}
          </i>
        )
      })}
      <div className={styles['mark']} data-station={station} style={at(here)}>
        <i>{sideNames[which]}</i>
        <span style={{ scale }}>
          {pair.isOver && outcomeShapes[outcomeOf(told)]} {wordsAt(told, pair)}
        </span>
      </div>
    </div>
  )
}

/** Two requests in step on the drawing, each with a color, a line and a shape of its own; their stories stand beside it. */
export function PlayBoth({
  projection,
  nodes,
}: {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
}) {
  const pair = usePlayedPair()
  const passed = usePassed(projection, nodes, pair)
  const scale = useReadableScale()
  if (!pair) return null
  const { beats, parting } = pair.aligned
  const title = beats[pair.beat]?.title ?? ''
  return (
    <>
      <ViewportPortal>
        <div className={styles['both']} aria-hidden data-testid="play-both">
          {sides.map((which) => {
            const way = passed[which]
            return way && <Walk key={which} which={which} pair={pair} passed={way} scale={scale} />
          })}
        </div>
      </ViewportPortal>
      <Bar
        of="both requests"
        at={pair.beat}
        last={beats.length - 1}
        title={pair.beat === parting ? `${title}, where they part` : title}
        onGo={showBeat}
      >
        <span className={styles['title']} data-parting={pair.beat === parting}>
          {pair.beat === parting && '⑂ '}
          {title}
        </span>
      </Bar>
    </>
  )
}
