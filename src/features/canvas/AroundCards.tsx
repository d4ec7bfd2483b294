import { getBezierPath, Panel, Position, useReactFlow, ViewportPortal } from '@xyflow/react'
import { Waypoints } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { neighborsAround } from '#core/neighbors/around.ts'
import { useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { select, setAround, useSession } from '#state/session.ts'
import { type AroundDrawing, cardSize, drawAround } from '#things/around.ts'
import { counted } from '#things/counted.ts'
import type { Projection } from '#things/project.ts'
import { Button } from '#ui/Button.tsx'
import styles from './around.module.css'

/** All links as one path: nothing can be done with them. */
const pathOf = ({ links }: AroundDrawing): string =>
  links
    .map(({ from, to }) => {
      const [path] = getBezierPath({
        sourceX: from.x,
        sourceY: from.y,
        sourcePosition: Position.Right,
        targetX: to.x,
        targetY: to.y,
        targetPosition: Position.Left,
      })
      return path
    })
    .join('')

function Cards({ drawing }: { readonly drawing: AroundDrawing }) {
  const selected = useSession(({ selection }) => selection?.[1])
  const problems = useProblems((state) => state.problems)
  return (
    <ViewportPortal>
      <svg className={styles['links']} aria-hidden>
        <path d={pathOf(drawing)} />
      </svg>
      {drawing.cards.map(({ id, path, label, line, x, y }) => {
        const count = problems.filter(({ path: at }) => at[1] === id).length
        return (
          <button
            key={id}
            type="button"
            className={`${styles['card']} nodrag nopan`}
            data-selected={selected === id}
            style={{ transform: `translate(${x}px, ${y}px)`, ...cardSize }}
            aria-label={`${label} ${line}${count > 0 ? `, ${counted(count, 'problem')}` : ''}`}
            onClick={() => select(path)}
          >
            <span className={styles['kind']}>{label}</span>
            <span className={styles['name']} title={line}>
              {line}
            </span>
            {count > 0 && <span className={styles['count']}>{count}</span>}
          </button>
        )
      })}
    </ViewportPortal>
  )
}

/** Brings the columns into view when they are asked for, and again when the pane has another width. */
function useSeen(drawing: AroundDrawing | undefined, { nodes }: Projection, width: number): void {
  const flow = useReactFlow()
  const latest = useRef({ drawing, nodes })
  useEffect(() => {
    latest.current = { drawing, nodes }
  })
  const isShown = drawing !== undefined
  useEffect(() => {
    const { drawing: shown, nodes: all } = latest.current
    if (!isShown || !shown || width === 0) return
    const rights = shown.cards.map(({ x }) => x + cardSize.width)
    const bottoms = [
      ...shown.cards.map(({ y }) => y + cardSize.height),
      ...all.map(({ position, size }) => position.y + size.height),
    ]
    const left = Math.min(...all.map(({ position }) => position.x))
    const top = Math.min(...all.map(({ position }) => position.y), ...shown.cards.map(({ y }) => y))
    const bounds = { x: left, y: top, width: Math.max(...rights) - left, height: Math.max(...bottoms) - top }
    // After the view that the canvas takes by itself when it changes its size.
    const timer = setTimeout(() => void flow.fitBounds(bounds, { padding: 0.06 }))
    return () => clearTimeout(timer)
  }, [isShown, flow, width])
}

/** In a low pane a column of buttons stands on the drawing; a row of them stands under it. */
export const isLow = ({ height }: { readonly height: number }): boolean => height < 420

/** What stands around the distributions, in quiet columns beside them; drawn where it is asked for. */
export function AroundCards({
  projection,
  size: { width, height },
}: {
  readonly projection: Projection
  readonly size: { readonly width: number; readonly height: number }
}) {
  const document = useDocument()
  const isShown = useSession(({ around }) => around)
  const count = useMemo(() => neighborsAround(document).length, [document])
  const drawing = useMemo(
    () => (isShown && count > 0 ? drawAround(document, projection) : undefined),
    [isShown, count, document, projection],
  )
  useSeen(drawing, projection, width)
  if (count === 0) return null
  return (
    <>
      {drawing && <Cards drawing={drawing} />}
      <Panel
        position="bottom-left"
        className={styles['aroundButton'] ?? ''}
        data-low={isLow({ height })}
        data-short={width < 900 || height < 560}
      >
        <Button
          kind="quiet"
          label={isShown ? 'Hide what stands around' : 'Show what stands around'}
          icon={<Waypoints size={14} aria-hidden />}
          onPress={() => setAround(!isShown)}
        >
          <span className={styles['word']}>Around</span> ({count})
        </Button>
      </Panel>
    </>
  )
}
