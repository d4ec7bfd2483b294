import { useSyncExternalStore } from 'react'

/** How much room the page has: panes beside the canvas, drawers over it, or a list in its place. */
export type Screen = 'wide' | 'narrow' | 'phone'

const wide = matchMedia('(min-width: 1024px)')
const narrow = matchMedia('(min-width: 700px)')

const read = (): Screen => (wide.matches ? 'wide' : narrow.matches ? 'narrow' : 'phone')

function watch(tell: () => void): () => void {
  wide.addEventListener('change', tell)
  narrow.addEventListener('change', tell)
  return () => {
    wide.removeEventListener('change', tell)
    narrow.removeEventListener('change', tell)
  }
}

/** The room of the page, in pixels of the style sheet: a page that is zoomed in has less of it. */
export const useScreen = (): Screen => useSyncExternalStore(watch, read)
