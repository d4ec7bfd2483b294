/** Suggestions found by search: each candidate is replayed on the same log, and only what really saves is told. */
import type { Tuning } from '#core/model/tuning.ts'
import { hitRatio } from '#core/replay/report/counts.ts'
import { totalOf } from '#core/replay/report/summarize.ts'
import { type Finished, type RunOptions, replayLogs } from '#core/replay/serve/run.ts'
import { candidatesOf } from './candidates.ts'

export interface Suggestion {
  readonly change: string
  readonly why: string
  readonly caution: string
  /** The change as data, for the edit that makes it. */
  readonly tuning: Tuning
  readonly originRequestsSaved: number
  /** Of all requests to origins. */
  readonly share: number
  readonly hitRatioBefore: number | null
  readonly hitRatioAfter: number | null
}

/** Candidates that are tried; each costs a replay. */
const tried = 6
/** A change that saves less of the requests to origins is not worth a word. */
const leastShare = 0.01

/** Takes as long as a replay for each candidate. */
export async function suggestChanges(options: RunOptions, finished: Finished): Promise<Suggestion[]> {
  const { learned, summary } = finished
  const before = totalOf(summary)
  const suggestions: Suggestion[] = []
  for (const candidate of candidatesOf(summary, options.distribution).slice(0, tried)) {
    const attempt = await replayLogs({ ...options, change: candidate.made, learned, learns: false })
    const after = totalOf(attempt.summary)
    const saved = before.originRequests - after.originRequests
    if (saved < before.originRequests * leastShare) continue
    suggestions.push({
      change: candidate.change,
      why: candidate.why,
      caution: candidate.caution,
      tuning: candidate.made.tuning,
      originRequestsSaved: saved,
      share: saved / before.originRequests,
      hitRatioBefore: hitRatio(before),
      hitRatioAfter: hitRatio(after),
    })
  }
  return suggestions.sort((a, b) => b.originRequestsSaved - a.originRequestsSaved)
}
