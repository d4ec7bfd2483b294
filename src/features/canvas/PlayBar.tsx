import { Panel } from '@xyflow/react'
import { ChevronLeft, ChevronRight, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { traceAgain } from '#commands/trace-again.ts'
import { useDocument } from '#state/design.ts'
import { isOutdated, showStep, unlight, useTrace } from '#state/trace.ts'
import { outcomeOf, outcomeShapes } from '#things/outcome.ts'
import { Button } from '#ui/Button.tsx'
import styles from './play/play.module.css'
import { useLit } from './play/use-lit.ts'

interface BarProps {
  /** Whose stages they are: “the traced request”. */
  readonly of: string
  /** From 0. */
  readonly at: number
  readonly last: number
  readonly title: string
  readonly onGo: (at: number) => void
  readonly children: ReactNode
}

/** A scrubber over the drawing, with what it stands at. */
export function Bar({ of, at, last, title, onGo, children }: BarProps) {
  const go = (next: number) => onGo(Math.min(Math.max(next, 0), last))
  return (
    <Panel position="bottom-center" className={styles['bar'] ?? ''} data-foot-of-drawing>
      <Button
        kind="quiet"
        label="Earlier stage"
        icon={<ChevronLeft size={14} aria-hidden />}
        isDisabled={at <= 0}
        onPress={() => go(at - 1)}
      />
      <input
        type="range"
        aria-label={`Stage of ${of}`}
        aria-valuetext={`${at + 1} of ${last + 1}: ${title}`}
        min={0}
        max={last}
        value={at}
        onChange={(event) => go(Number(event.target.value))}
      />
      <Button
        kind="quiet"
        label="Later stage"
        icon={<ChevronRight size={14} aria-hidden />}
        isDisabled={at >= last}
        onPress={() => go(at + 1)}
      />
      {children}
    </Panel>
  )
}

/** Steps and scrubs through the traced request where it is drawn; the story stands beside it in the trace. */
export function PlayBar() {
  const lit = useLit()
  const step = useTrace((state) => state.step)
  const result = useTrace(({ traced, shown }) => traced.find(({ id }) => id === shown)?.result)
  const document = useDocument()
  const isOld = useTrace(({ basis }) => isOutdated(basis, document))
  if (!lit || !result) return null
  const last = result.events.length - 1
  const at = step ?? last
  const isOver = at >= last
  const outcome = outcomeOf(result)
  const told = isOver ? `${result.status} ${result.resultType}` : (result.events[at]?.title ?? '')
  const title = isOld ? `${told}, before the edit` : told
  return (
    <Bar of="the traced request" at={at} last={last} title={title} onGo={showStep}>
      <span className={styles['title']} data-old={isOld} data-outcome={isOver ? outcome : undefined}>
        {isOver && <i aria-hidden>{outcomeShapes[outcome]}</i>} {title}
      </span>
      {isOld && (
        <Button
          kind="quiet"
          label="Trace it again through the edited design"
          icon={<RotateCw size={14} aria-hidden />}
          onPress={() => void traceAgain()}
        />
      )}
      <Button
        kind="quiet"
        label="Clear the traced request from the drawing"
        icon={<X size={14} aria-hidden />}
        onPress={() => unlight()}
      />
    </Bar>
  )
}
