import { type ReactNode, useLayoutEffect, useState } from 'react'
import type { PaneId } from '#state/frame.ts'
import { useIsPainted } from '#ui/after-paint.ts'
import { Boundary } from '#ui/Boundary.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './frame.module.css'

interface PaneProps {
  readonly id: PaneId
  readonly label: string
  readonly children: ReactNode
}

/** What stands where a part of the page has failed. */
function Failure({
  label,
  error,
  onRetry,
}: {
  readonly label: string
  readonly error: Error
  readonly onRetry: () => void
}) {
  return (
    <div role="alert" className={styles['failed']}>
      <p>
        “{label}” cannot be shown: {error.message} Your design is safe, and the rest of the page works.
      </p>
      <div className={styles['ways']}>
        <Button kind="primary" onPress={onRetry}>
          Try again
        </Button>
        <Button onPress={() => location.reload()}>Reload the page</Button>
      </div>
    </div>
  )
}

/**
 * What stands in a side: made once the columns of the window have their widths, in the same frame. They are measured to
 * get them, and each measurement would lay out what is there already at a width that it does not keep. When the page
 * opens, the drawing comes first, and the sides in slices right after it.
 */
export function Measured({ children }: { readonly children: ReactNode }) {
  const [isMeasured, setMeasured] = useState(false)
  const isPainted = useIsPainted()
  useLayoutEffect(() => setMeasured(true), [])
  return isMeasured && isPainted && children
}

/** One part of the window: F6 goes from one to the next, and what fails in it leaves the others as they are. */
export function Pane({ id, label, children }: PaneProps) {
  return (
    <section className={styles['pane']} data-pane={id} aria-label={label} tabIndex={-1}>
      <Boundary
        key={label}
        fallback={(error, retry) => <Failure label={label} error={error} onRetry={retry} />}
      >
        {children}
      </Boundary>
    </section>
  )
}
