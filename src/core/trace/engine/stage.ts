import type { Note, Teller } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'

/** One step of serving a request. `run` may be synchronous, which keeps a silent run fast. */
export interface Stage extends Teller {
  readonly run: (exchange: Exchange, note: Note | null) => void | Promise<void>
}

export const defineStage = (stage: Stage): Stage => stage

const guideRoot = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/'

/** The address of a page of CloudFront's Developer Guide. */
export const guide = (page: string): string => `${guideRoot}${page}.html`
