/** A replay of log files through the open design: what is asked, how far it is, and what came of it. */
import { create } from 'zustand'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Comparison } from '#core/replay/compare.ts'
import type { LifetimeRule } from '#core/replay/lifetimes.ts'
import type { ReplayReport } from '#core/replay/report.ts'
import type { Progress } from '#core/replay/shard-run.ts'
import type { Suggestion } from '#core/replay/suggest.ts'

/** What a worker is sent. */
export interface ReplayJob {
  readonly files: readonly File[]
  readonly document: DesignDocument
  readonly distribution: LogicalId
  /** The design as it was, where the edited one is to be compared with it. */
  readonly before: DesignDocument | null
  readonly lifetimes: readonly LifetimeRule[]
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
  readonly result: ReplayResult | undefined
  readonly milliseconds: number
  readonly failure: string | undefined
  /** The design that the result is about; another one makes it old. */
  readonly resources: DesignDocument['resources'] | undefined
}

const empty: ReplayState = {
  status: 'idle',
  progress: undefined,
  doing: '',
  result: undefined,
  milliseconds: 0,
  failure: undefined,
  resources: undefined,
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

function take(message: ReplayMessage): void {
  if (message.kind === 'progress') useReplay.setState({ progress: message.progress, doing: message.doing })
  else if (message.kind === 'failed') useReplay.setState({ status: 'failed', failure: message.message })
  else
    useReplay.setState({
      status: 'done',
      result: message.result,
      milliseconds: message.milliseconds,
      progress: undefined,
    })
}

/** Starts a replay; one that is under way is ended first. */
export function startReplay(job: ReplayJob): void {
  end()
  useReplay.setState({ ...empty, status: 'running', resources: job.document.resources })
  end = start(job, take)
}

/** Ends the replay that is under way, whatever it is doing. */
export function cancelReplay(): void {
  if (useReplay.getState().status !== 'running') return
  end()
  end = () => undefined
  useReplay.setState({ status: 'cancelled', progress: undefined })
}
