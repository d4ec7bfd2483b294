/** The designs kept in this browser: a port to the storage, and autosave over it. */

import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import type { Result } from '#core/model/result.ts'
import { openDesign, useDesign } from './design.ts'
import { announce } from './session.ts'

export interface SavedEntry {
  readonly id: string
  readonly name: string
  readonly savedAt: number
}
export interface DesignStorage {
  readonly save: (design: SavedEntry & { readonly document: DesignDocument }) => Promise<Result<true, string>>
  readonly list: () => Promise<readonly SavedEntry[]>
  readonly load: (id: string) => Promise<Result<SavedEntry & { readonly document: DesignDocument }, string>>
}
export type SaveStatus = 'saved' | 'saving' | { readonly failure: string }

export const useSaving = create<{ readonly status: SaveStatus }>()(() => ({ status: 'saved' }))

let storage: DesignStorage | undefined
const pause = 400

/** Names the storage; the composition root does it once. */
export const setStorage = (port: DesignStorage): void => {
  storage = port
}

export const listSaved = (): Promise<readonly SavedEntry[]> => storage?.list() ?? Promise.resolve([])

/** Opens a saved design; tells why where it cannot. */
export async function openSaved(id: string): Promise<boolean> {
  const loaded = await storage?.load(id)
  if (!loaded?.ok) {
    if (loaded) announce(loaded.error)
    return false
  }
  openDesign(loaded.value.id, loaded.value.name, loaded.value.document)
  return true
}

async function save(): Promise<void> {
  const { id, name, history } = useDesign.getState()
  if (id === '' || !storage) return
  useSaving.setState({ status: 'saving' })
  const saved = await storage.save({ id, name, savedAt: Date.now(), document: history.present })
  useSaving.setState({ status: saved.ok ? 'saved' : { failure: saved.error } })
}

/** Saves the open design shortly after each change, and at once when the page is left. */
export function watchSaving(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = useDesign.subscribe((now, before) => {
    if (now.history.present === before.history.present && now.name === before.name) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  })
  const leave = () => {
    if (document.visibilityState === 'hidden') void save()
  }
  document.addEventListener('visibilitychange', leave)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', leave)
    stop()
  }
}
