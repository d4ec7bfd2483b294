/** What the browser keeps of designs, and what is looked at before any of it is believed. */
import type { DesignDocument } from '#core/model/document.ts'

export interface SavedDesign {
  readonly id: string
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly savedAt: number
  readonly document: DesignDocument
}
export type SavedEntry = Omit<SavedDesign, 'document'>

export interface Version {
  /** Milliseconds since the epoch; no two versions of a design have the same. */
  readonly at: number
  /** What the person called it; automatic versions have no name, and the oldest of them go first. */
  readonly label?: string
  readonly document: DesignDocument
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isEntry = (value: unknown): value is SavedEntry =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['name'] === 'string' &&
  Number.isFinite(value['savedAt'])

/** What every reader of a document relies on; a half-written or foreign entry does not have it. */
export function isDocument(value: unknown): value is DesignDocument {
  if (!isObject(value) || value['formatVersion'] !== 1 || !isObject(value['resources'])) return false
  const areResources = Object.values(value['resources']).every(
    (resource) => isObject(resource) && typeof resource['type'] === 'string' && isObject(resource['config']),
  )
  return areResources && isObject(value['layout']) && Array.isArray(value['scenarios'])
}

export const isDesign = (value: unknown): value is SavedDesign =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['name'] === 'string' &&
  isDocument(value['document'])

export const isVersion = (value: unknown): value is Version =>
  isObject(value) && typeof value['at'] === 'number' && isDocument(value['document'])

/** Whether a later version of the page wrote it. */
export function isNewer(value: unknown): boolean {
  const document = isObject(value) ? value['document'] : undefined
  return isObject(document) && typeof document['formatVersion'] === 'number' && document['formatVersion'] > 1
}
