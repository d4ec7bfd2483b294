/** Where each view was scrolled to when it was left: it is there again when it comes back. Of the open design, for this visit. */
import { type RefCallback, useCallback } from 'react'
import { gestures } from './gestures.ts'

interface Place {
  readonly top: number
  /** What was shown there: something else begins at its top. */
  readonly of: unknown
}
const places = new Map<string, Place>()

/** Editors have a place of their own making. */
const editorViews = new Map<string, unknown>()
export const keepEditorView = (name: string, view: unknown): void => void editorViews.set(name, view)
export const keptEditorView = (name: string): unknown => editorViews.get(name)

/** Another design is open: its views begin at their top. */
export function forgetScroll(): void {
  places.clear()
  editorViews.clear()
}

/** Told by what leads to a place within a view: that place counts, and not the one where the view was left. */
export const leadsTo = 'frontage-leads-to'

/** What takes a view from the place where it was left. */
const leavings = [...gestures, leadsTo]

/** Elements that were scrolled by a view before. */
const used = new WeakSet<HTMLElement>()

/** Goes to the kept place, as soon as there is enough content for it, and keeps every place from there on. */
function keep(element: HTMLElement, name: string, of: unknown): () => void {
  const kept = places.get(name)
  let wanted: number | undefined = kept && kept.of === of ? kept.top : 0
  const arrive = () => {
    wanted = undefined
    observer.disconnect()
  }
  // A new element stands at its top: to ask it would lay out the page before it is whole.
  if (wanted === 0 && !used.has(element)) wanted = undefined
  used.add(element)
  const reach = () => {
    if (wanted === undefined) return
    element.scrollTop = wanted
    if (element.scrollTop >= wanted - 1) arrive()
  }
  const observer = new MutationObserver(reach)
  if (wanted !== undefined) observer.observe(element, { childList: true, subtree: true })
  reach()
  const remember = () => {
    if (wanted === undefined) places.set(name, { top: element.scrollTop, of })
  }
  element.addEventListener('scroll', remember, { passive: true })
  for (const leaving of leavings) element.addEventListener(leaving, arrive, { passive: true })
  return () => {
    observer.disconnect()
    element.removeEventListener('scroll', remember)
    for (const leaving of leavings) element.removeEventListener(leaving, arrive)
  }
}

/**
 * For the element that a view is scrolled in; `name` tells the view from all others. Where `of` is another than when it
 * was left, the view begins at its top.
 */
export const useKeptScroll = (name: string, of?: unknown): RefCallback<HTMLElement> =>
  useCallback((element) => (element ? keep(element, name, of) : undefined), [name, of])
