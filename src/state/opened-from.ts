/** Names of the files that designs were opened from: each goes back under the name that it came by, after a reload too. */
import { create } from 'zustand'

/** Kept between visits; the names of older ones are made of the design's. */
const most = 50

/** By the id of the design, the latest last. */
export const useOpenedFrom = create<{ readonly files: ReadonlyMap<string, string> }>()(() => ({
  files: new Map(),
}))

export const openedFrom = (id: string): string | undefined => useOpenedFrom.getState().files.get(id)

export function rememberFile(id: string, name: string): void {
  useOpenedFrom.setState(({ files }) => ({
    files: new Map([...[...files].filter(([other]) => other !== id), [id, name] as const].slice(-most)),
  }))
}

/** What is kept of it between visits. */
export const openedFromText = (): string => JSON.stringify([...useOpenedFrom.getState().files])

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')

/** Takes up what was kept, as far as it is whole. */
export function resumeOpenedFrom(text: string): void {
  try {
    const kept: unknown = JSON.parse(text)
    if (Array.isArray(kept)) useOpenedFrom.setState({ files: new Map(kept.filter(isPair).slice(-most)) })
  } catch {
    // Nothing was kept, or it is not ours.
  }
}
