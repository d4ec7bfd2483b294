import { lazy, Suspense } from 'react'
import { useFirstSteps } from '#state/first-steps.ts'
import { Loaded, preload } from '#ui/Loaded.tsx'
import styles from './app.module.css'

const FirstSteps = lazy(() =>
  import('#features/first-steps/FirstSteps.tsx').then((module) => ({ default: module.FirstSteps })),
)

const canvas = async () => (await import('#features/canvas/Canvas.tsx')).Canvas

/** Loads the canvas; a page that opens a design begins with it. */
export const loadDrawing = (): Promise<void> => preload(canvas)

/** The canvas, with the first steps beside the drawing where they are asked for. */
export function Drawing() {
  const hasFirstSteps = useFirstSteps(({ isShown }) => isShown)
  return (
    <div className={styles['center']}>
      <Loaded from={canvas} />
      <Suspense fallback={null}>{hasFirstSteps && <FirstSteps />}</Suspense>
    </div>
  )
}
