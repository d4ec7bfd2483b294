import { type ComponentType, useEffect, useState } from 'react'

const loaded = new Map<() => Promise<ComponentType>, ComponentType>()

/** A style sheet that did not come when it was asked for first is not asked for again by the build's own loader. */
async function styleSheetBehind(error: unknown): Promise<void> {
  const href = /^Unable to preload CSS for (\S+)$/.exec(error instanceof Error ? error.message : '')?.[1]
  if (href === undefined) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  await new Promise((resolve, reject) => {
    link.onload = resolve
    link.onerror = () => reject(error)
    document.head.append(link)
  })
}

async function load<Part>(from: () => Promise<Part>): Promise<Part> {
  try {
    return await from()
  } catch (error) {
    await styleSheetBehind(error)
    return await from()
  }
}

/** Loads a part of the page ahead of its being shown. */
export async function preload(from: () => Promise<ComponentType>): Promise<void> {
  loaded.set(from, await load(from))
}

/**
 * A part of the page that is fetched when it is first shown. Not React's `lazy`, which keeps a failure for good and
 * shows nothing within 300 ms of an earlier stand-in: here a boundary that tries again fetches again.
 */
export function Loaded({ from }: { readonly from: () => Promise<ComponentType> }) {
  const [state, setState] = useState<{
    readonly from: typeof from
    readonly Part?: ComponentType
    readonly error?: unknown
  }>({ from })
  useEffect(() => {
    if (loaded.has(from)) return
    let isOver = false
    load(from).then(
      (Part) => {
        loaded.set(from, Part)
        if (!isOver) setState({ from, Part })
      },
      (error: unknown) => {
        if (!isOver) setState({ from, error })
      },
    )
    return () => {
      isOver = true
    }
  }, [from])
  if (state.from === from && state.error !== undefined) throw state.error
  const Part = loaded.get(from)
  return Part ? <Part /> : null
}

/** A part with properties that the first view does without: a menu, a dialog. */
export interface Later<Props> {
  readonly there: () => ComponentType<Props> | undefined
  /** Fetches it, or finds that it is here; also ahead of its being shown. */
  readonly fetch: () => Promise<void>
}

export function later<Props>(from: () => Promise<ComponentType<Props>>): Later<Props> {
  let part: ComponentType<Props> | undefined
  return {
    there: () => part,
    fetch: async () => {
      part ??= await load(from)
    },
  }
}

/** The part as soon as it is there, which it is at once when it was fetched before. */
export function LaterPart<Props extends object>({
  of,
  props,
}: {
  readonly of: Later<Props>
  readonly props: Props
}) {
  const [state, setState] = useState<{ readonly error?: unknown }>({})
  useEffect(() => {
    if (of.there()) return
    let isOver = false
    of.fetch().then(
      () => !isOver && setState({}),
      (error: unknown) => !isOver && setState({ error }),
    )
    return () => {
      isOver = true
    }
  }, [of])
  if (state.error !== undefined) throw state.error
  const Part = of.there()
  return Part ? <Part {...props} /> : null
}
