/** What nobody sees at first waits until the page was painted: the first view is there sooner, and nothing of it moves. */
import { startTransition, useEffect, useState } from 'react'

let isPainted = false

/** Runs something when the page has been painted and is on the screen; in a hidden tab, which is not painted, soon. */
export function afterPaint(run: () => void): void {
  if (document.hidden) setTimeout(run)
  // The frame that comes next is shown when the one after it begins.
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)))
}

/** False while the page is painted for the first time; true ever after, also for what comes later. */
export function useIsPainted(): boolean {
  const [isKnown, setKnown] = useState(isPainted)
  useEffect(() => {
    if (isKnown) return
    let isOver = false
    afterPaint(() => {
      isPainted = true
      // In slices: it may be a lot, and the person may have begun to work.
      if (!isOver) startTransition(() => setKnown(true))
    })
    return () => {
      isOver = true
    }
  }, [isKnown])
  return isKnown
}
