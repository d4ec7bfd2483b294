/** A local CDN that the page's server runs: its requests are traced here as they come, and it takes orders. */
import { create } from 'zustand'
import type { RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import type { CacheEntryView } from '#core/trace/engine/simulation.ts'
import { useDesign } from './design.ts'
import { openText } from './files.ts'
import { announce, showPanel } from './session.ts'
import { setRemote, takeCaches, takeTraced } from './trace.ts'

interface Live {
  /** Where viewers ask; undefined where nothing is run. */
  readonly url: string | undefined
  readonly isGone: boolean
  /** How many requests came. */
  readonly count: number
  /** The newest request is shown as it comes. */
  readonly isFollowed: boolean
  /** The design that is served. */
  readonly of: string
}

export const useLive = create<Live>()(() => ({
  url: undefined,
  isGone: false,
  count: 0,
  isFollowed: true,
  of: '',
}))

export const followLive = (isFollowed: boolean): void => useLive.setState({ isFollowed })

/** Milliseconds between two questions. */
const pause = 700

interface Story {
  readonly id: string
  readonly distribution: string
  readonly at: number
  readonly request: ViewerRequest
  readonly result: RequestResult
}
type Ask = <Answer>(path: string, input?: object) => Promise<Answer>

const askWith =
  (token: string): Ask =>
  async <Answer>(path: string, input?: object) => {
    const response = await fetch(`/live/${path}`, {
      method: input ? 'POST' : 'GET',
      headers: { 'x-frontage-token': token },
      ...(input && { body: JSON.stringify(input) }),
    })
    const value: unknown = await response.json()
    if (response.ok) return value as Answer
    throw new Error((value as { readonly error?: string }).error ?? 'The local CDN did not answer.')
  }

let last = ''

async function look(ask: Ask): Promise<void> {
  const { requests, now } = await ask<{ readonly requests: readonly Story[]; readonly now: number }>(
    `requests?after=${encodeURIComponent(last)}`,
  )
  const { isFollowed, of } = useLive.getState()
  useLive.setState(({ count }) => ({ isGone: false, count: count + requests.length }))
  // Another design is open: what came is not of it.
  if (useDesign.getState().id !== of) return
  for (const { id, distribution, ...traced } of requests) {
    last = id
    takeTraced(distribution, traced, isFollowed)
  }
  const { caches } = await ask<{ readonly caches: readonly CacheEntryView[] }>('caches')
  takeCaches(caches, now)
}

function watch(ask: Ask): void {
  const again = async () => {
    try {
      if (document.visibilityState === 'visible') await look(ask)
    } catch {
      useLive.setState({ isGone: true })
    }
    setTimeout(() => void again(), pause)
  }
  void again()
}

const tellFailure = (error: unknown): void =>
  announce(error instanceof Error ? error.message : 'The local CDN did not answer.')

/** Opens what the page's server runs, where it runs something, and watches it. */
export async function watchLive(): Promise<void> {
  const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content
  const token = content('frontage-token')
  if (content('frontage-live') === undefined || token === undefined) return
  const ask = askWith(token)
  const { name, url, design } = await ask<{ name: string; url: string; design: string }>('design')
  const opened = await openText(name, design)
  if (!opened.ok) {
    announce(opened.error)
    return
  }
  useLive.setState({ url, of: useDesign.getState().id })
  setRemote({
    isOf: (id) => useLive.getState().of === id,
    order: async (path, input) => {
      try {
        const answer = await ask<Readonly<Record<string, unknown>>>(path, input)
        await look(ask)
        return answer
      } catch (error) {
        tellFailure(error)
        return undefined
      }
    },
  })
  showPanel('trace' as Parameters<typeof showPanel>[0])
  watch(ask)
}
