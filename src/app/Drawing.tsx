import { Loaded, preload } from '#ui/Loaded.tsx'
import styles from './app.module.css'

const canvas = async () => (await import('#features/canvas/Canvas.tsx')).Canvas

/** Loads the canvas; a page that opens a design begins with it. */
export const loadDrawing = (): Promise<void> => preload(canvas)

export function Drawing() {
  return (
    <div className={styles['center']}>
      <Loaded from={canvas} />
    </div>
  )
}
