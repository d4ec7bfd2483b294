/** Who writes down what a run is asked and answers. */
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { Told } from '#local/story.ts'

export interface Recorder {
  /** An origin answered; absent where a recording has no use for that. */
  readonly origin?: (request: OriginRequest, answer: OriginAnswer) => void
  /** A request was served. */
  request(told: Told): void
  invalidation(paths: readonly string[]): void
}

/** Takes a recording as it grows, so that none has to lie in memory. */
export type Write = (text: string) => void
