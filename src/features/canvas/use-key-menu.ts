/** The menu key and Shift+F10 where no node has the focus: the event is then of the pane, or of the whole page. */
import { type RefObject, useEffect, useRef } from 'react'
import { thingMenu } from '#commands/thing-menu.ts'
import { useSession } from '#state/session.ts'
import { paneMenu } from './canvas-menus.ts'
import type { OpenMenu } from './handlers.ts'

/** What holds the drawing, and nothing that stands in it. */
const isAround = (target: EventTarget | null, frame: Element): boolean =>
  target instanceof Element && target.contains(frame)

/** The menu of what is selected, else of the canvas, in its middle. */
function menuIn(frame: Element): OpenMenu {
  const { left, top, width, height } = frame.getBoundingClientRect()
  const at = { x: left + width / 2, y: top + height / 2 }
  const { selection } = useSession.getState()
  const entries = selection ? thingMenu(selection) : []
  return entries.length > 0
    ? { label: 'Menu of the selection', entries, at }
    : { label: 'Menu of the canvas', entries: paneMenu(at), at }
}

export function useKeyMenu(frame: RefObject<HTMLElement | null>, show: (menu: OpenMenu) => void): void {
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const { current } = frame
      // A pointer's right button is the canvas's own affair, or the browser's beside it.
      if (!current || event.defaultPrevented || event.button === 2 || !isAround(event.target, current)) return
      event.preventDefault()
      latest.current(menuIn(current))
    }
    document.addEventListener('contextmenu', open)
    return () => document.removeEventListener('contextmenu', open)
  }, [frame])
}
