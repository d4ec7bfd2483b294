/** Puts notes and frames on the drawing, and leads to the words of the one that was made last. */
import { addSticky } from '#core/edits/stickies.ts'
import type { Sticky } from '#core/model/document.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { placeAt } from './view.ts'

let fresh: string | undefined

/** True once for the one that was just made. */
export function isFresh(id: string): boolean {
  if (fresh !== id) return false
  fresh = undefined
  return true
}

/** At a point of the screen, or in the middle of what is seen. */
export function putSticky(kind: Sticky['kind'], point?: { readonly x: number; readonly y: number }): void {
  const { id, edit } = addSticky(currentDocument(), kind, placeAt(point))
  fresh = id
  commit(edit)
  announce(`A ${kind} is on the drawing.`)
}
