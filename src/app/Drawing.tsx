import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { useFirstSteps } from '#state/first-steps.ts'
import styles from './app.module.css'

const FirstSteps = lazy(() =>
  import('#features/first-steps/FirstSteps.tsx').then((module) => ({ default: module.FirstSteps })),
)

let loaded: ComponentType | undefined

/** Loads the canvas; a page that opens a design begins with it. */
export async function loadDrawing(): Promise<ComponentType> {
  const { Canvas } = await import('#features/canvas/Canvas.tsx')
  loaded = Canvas
  return Canvas
}

/** The canvas, once it is loaded. Not by React's `lazy`, which shows nothing within 300 ms of an earlier stand-in. */
function LoadedCanvas() {
  const [Canvas, setCanvas] = useState(() => loaded)
  useEffect(() => {
    if (Canvas) return
    loadDrawing().then(
      (canvas) => setCanvas(() => canvas),
      (error: unknown) =>
        // Thrown while drawing, where the page tells of it.
        setCanvas(() => {
          throw error
        }),
    )
  }, [Canvas])
  return Canvas && <Canvas />
}

/** The canvas, with the first steps beside the drawing where they are asked for. */
export function Drawing() {
  const hasFirstSteps = useFirstSteps(({ isShown }) => isShown)
  return (
    <div className={styles['center']}>
      <LoadedCanvas />
      <Suspense fallback={null}>{hasFirstSteps && <FirstSteps />}</Suspense>
    </div>
  )
}
