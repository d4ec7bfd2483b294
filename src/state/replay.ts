/** A replay of log files through the open design: what is asked, how far it is, and what came of it. */
import { create } from 'zustand'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Suggestion } from '#core/replay/advise/suggest.ts'
import type { Comparison } from '#core/replay/report/compare.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import type { Invalidation } from '#core/replay/serve/replay.ts'
import type { Progress } from '#core/replay/serve/shard-run.ts'
import { useDesign } from './design.ts'

/** What a worker is sent. */
export interface ReplayJob {
  readonly files: readonly File[]
  readonly document: DesignDocument
  readonly distribution: LogicalId
  /** The design as it was, where the edited one is to be compared with it, and what the person calls it. */
  readonly before: { readonly document: DesignDocument; readonly name: string } | null
  readonly lifetimes: readonly LifetimeRule[]
  /** In the order of time. */
  readonly invalidations: readonly Invalidation[]
  /** Names of fields, for logs without a header. */
  readonly fields: readonly string[]
  readonly learns: boolean
  readonly suggests: boolean
}

export interface ReplayResult {
  readonly report: ReplayReport
  /** Under the design as it was. */
  readonly before: ReplayReport | null
  readonly comparison: Comparison | null
  readonly suggestions: readonly Suggestion[] | null
}

/** A finished replay as the browser keeps it: the report and the names of the files, never the log. */
export interface KeptReplay {
  readonly result: ReplayResult
  readonly milliseconds: number
  /** Of the design that was replayed. */
  readonly fingerprint: string
  readonly distribution: LogicalId
  /** What the design before it was called. */
  readonly beforeName: string | null
  readonly files: readonly { readonly name: string; readonly size: number }[]
}

/** Where finished replays are kept, by the id of their design. */
export interface ReplayShelf {
  readonly load: (id: string) => Promise<KeptReplay | undefined>
  readonly save: (id: string, kept: KeptReplay) => Promise<void>
}

/** What it answers. */
export type ReplayMessage =
  | { readonly kind: 'progress'; readonly progress: Progress; readonly doing: string }
  | { readonly kind: 'done'; readonly result: ReplayResult; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly message: string }

/** Starts a job and tells how it goes; what it returns ends it at once. */
export type ReplayPort = (job: ReplayJob, tell: (message: ReplayMessage) => void) => () => void

interface ReplayState {
  readonly status: 'idle' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: Progress | undefined
  /** The step that is under way, in words. */
  readonly doing: string
  readonly failure: string | undefined
  /** The last one of this design, of an earlier visit too. */
  readonly kept: KeptReplay | undefined
}

const empty: ReplayState = {
  status: 'idle',
  progress: undefined,
  doing: '',
  failure: undefined,
  kept: undefined,
}
export const useReplay = create<ReplayState>()(() => empty)

let start: ReplayPort = (_, tell) => {
  tell({ kind: 'failed', message: 'This page cannot start workers.' })
  return () => undefined
}
let end: () => void = () => undefined

/** Names the worker that replays run in. */
export const setReplayPort = (port: ReplayPort): void => {
  start = port
}

let shelf: ReplayShelf | undefined
/** Names the storage of finished replays, and takes the open design's from it. */
export function setReplayShelf(port: ReplayShelf): void {
  shelf = port
  void recall(useDesign.getState().id)
}

async function recall(id: string): Promise<void> {
  const kept = id === '' ? undefined : await shelf?.load(id)
  if (!kept || useDesign.getState().id !== id || useReplay.getState().status !== 'idle') return
  useReplay.setState({ status: 'done', kept })
}

const fingerprints = new WeakMap<DesignDocument['resources'], string>()
/** Tells whether a design is still the one that was replayed, across reloads too. */
export function fingerprintOf({ resources }: DesignDocument): string {
  const known = fingerprints.get(resources)
  if (known !== undefined) return known
  const text = JSON.stringify(resources)
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  const made = `${text.length} ${low >>> 0} ${high >>> 0}`
  fingerprints.set(resources, made)
  return made
}

const keep = (job: ReplayJob, result: ReplayResult, milliseconds: number): KeptReplay => ({
  result,
  milliseconds,
  fingerprint: fingerprintOf(job.document),
  distribution: job.distribution,
  beforeName: result.comparison ? (job.before?.name ?? null) : null,
  files: job.files.map(({ name, size }) => ({ name, size })),
})

function take(job: ReplayJob, message: ReplayMessage): void {
  if (message.kind === 'progress') useReplay.setState({ progress: message.progress, doing: message.doing })
  else if (message.kind === 'failed') useReplay.setState({ status: 'failed', failure: message.message })
  else {
    const kept = keep(job, message.result, message.milliseconds)
    useReplay.setState({ status: 'done', kept, progress: undefined })
    const { id } = useDesign.getState()
    if (id !== '' && kept.result.report.log.requests > 0) void shelf?.save(id, kept)
  }
}

/** Starts a replay; one that is under way is ended first. */
export function startReplay(job: ReplayJob): void {
  end()
  useReplay.setState(({ kept }) => ({ ...empty, status: 'running', kept }))
  end = start(job, (message) => take(job, message))
}

/** Ends the replay that is under way, whatever it is doing. */
export function cancelReplay(): void {
  if (useReplay.getState().status !== 'running') return
  end()
  end = () => undefined
  useReplay.setState({ status: 'cancelled', progress: undefined })
}

// Another design has replays of its own.
useDesign.subscribe(({ id }, before) => {
  if (id === before.id) return
  end()
  end = () => undefined
  useReplay.setState(empty)
  void recall(id)
})
