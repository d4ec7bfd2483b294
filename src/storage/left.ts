/**
 * What a page that is being left writes down. IndexedDB starts a transaction with an answer, which Safari's engine no longer
 * gives to such a page; local storage is written in one step.
 */
import { isDesign, isEntry, type SavedDesign } from './saved.ts'

const prefix = 'frontage-left '

/** False where it is too large, or nothing may be kept. */
export function writeLeft(design: SavedDesign): boolean {
  try {
    localStorage.setItem(prefix + design.id, JSON.stringify(design))
    return true
  } catch {
    return false
  }
}

/** The design that such a text tells; undefined for one that is not whole. */
export function designLeft(text: string): SavedDesign | undefined {
  try {
    const left: unknown = JSON.parse(text)
    return isDesign(left) && isEntry(left) ? left : undefined
  } catch {
    return undefined
  }
}

/** A design as a page wrote it down when it was left, where none has taken it in since: local storage always answers. */
export function readLeft(id: string): SavedDesign | undefined {
  try {
    return designLeft(localStorage.getItem(prefix + id) ?? '')
  } catch {
    return undefined
  }
}

const keysOfLeft = (): readonly string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Gives each that was left to `take`, and forgets it once that is done; what is nothing whole is forgotten. */
export async function takeLeft(take: (left: SavedDesign) => Promise<boolean>): Promise<void> {
  for (const key of keysOfLeft()) {
    const left = designLeft(localStorage.getItem(key) ?? '')
    if (!left || (await take(left))) localStorage.removeItem(key)
  }
}
