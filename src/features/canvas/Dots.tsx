import { type ReactFlowState, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import styles from './canvas.module.css'

/** The distance of two dots at full size, px. */
const gap = 22

/**
 * The dots behind the design. They move by a transform alone: a pattern that is drawn anew makes every frame of a pan
 * paint, and painting goes through the whole page.
 */
export function Dots() {
  const store = useStoreApi()
  const dots = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    let drawnGap = 0
    const follow = ({ transform: [x, y, zoom] }: ReactFlowState) => {
      const { current } = dots
      if (!current) return
      const step = gap * zoom
      current.style.transform = `translate(${x % step}px, ${y % step}px)`
      if (step === drawnGap) return
      drawnGap = step
      current.style.backgroundSize = `${step}px ${step}px`
    }
    follow(store.getState())
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform) follow(now)
    })
  }, [store])
  return <div className={styles['dots']} ref={dots} aria-hidden />
}
