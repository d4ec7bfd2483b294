import { lazy, Suspense } from 'react'
import { useFirstSteps } from '#state/first-steps.ts'
import styles from './app.module.css'

const Canvas = lazy(() =>
  import('#features/canvas/Canvas.tsx').then((module) => ({ default: module.Canvas })),
)

const FirstSteps = lazy(() =>
  import('#features/first-steps/FirstSteps.tsx').then((module) => ({ default: module.FirstSteps })),
)

/** The canvas, with the first steps beside the drawing where they are asked for. */
export function Drawing() {
  const hasFirstSteps = useFirstSteps(({ isShown }) => isShown)
  return (
    <div className={styles['center']}>
      <Suspense fallback={null}>
        <Canvas />
        {hasFirstSteps && <FirstSteps />}
      </Suspense>
    </div>
  )
}
