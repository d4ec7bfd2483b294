import { useEffect, useLayoutEffect, useState } from 'react'
import { announce, useSession } from '#state/session.ts'
import styles from './app.module.css'
import { besideDialog, type MessagePlace, messagePlace } from './message-place.ts'

/** How long a message stays in sight. */
const messageTime = 6000
/** Longer where something can be done about it. */
const actionTime = 10_000

/** Follows the drawing while a message is shown. Until it was measured, that is not made smaller by the message: null. */
function usePlace(message: string, hasDialog: boolean): MessagePlace | null | undefined {
  const [place, setPlace] = useState<MessagePlace | null | undefined>(null)
  useLayoutEffect(() => {
    if (message === '') return
    const drawing = document.querySelector('[data-pane="canvas"]')
    const measure = () =>
      setPlace(
        hasDialog
          ? besideDialog(window.innerWidth)
          : messagePlace(drawing?.getBoundingClientRect(), window.innerHeight),
      )
    measure()
    const observer = new ResizeObserver(measure)
    // Where it stands changes with its size, or with that of the window.
    for (const one of [drawing, document.documentElement]) if (one) observer.observe(one)
    return () => observer.disconnect()
  }, [message, hasDialog])
  return place
}

/** What has just happened, for everybody; those who hear the page get it at once. */
export function Message() {
  const message = useSession((session) => session.message)
  const action = useSession((session) => session.action)
  const isHeard = useSession((session) => session.isHeard)
  const hasDialog = useSession((session) => session.dialog !== undefined)
  const place = usePlace(message, hasDialog)
  useEffect(() => {
    if (message === '') return
    const timer = setTimeout(() => announce(''), action ? actionTime : messageTime)
    return () => clearTimeout(timer)
  }, [message, action])
  return (
    <div aria-live="polite">
      {message !== '' && isHeard && (
        <output key={message} className={styles['heard']}>
          {message}
        </output>
      )}
      {message !== '' && !isHeard && (
        <output
          key={message}
          className={styles['message']}
          data-over={place !== undefined}
          data-dialog={hasDialog}
          style={place ?? undefined}
        >
          {message}
          {action && (
            <button type="button" className={styles['action']} onClick={action.run}>
              {action.label}
            </button>
          )}
        </output>
      )}
    </div>
  )
}
