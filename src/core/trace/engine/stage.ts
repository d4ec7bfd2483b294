import type { Basis, Note, Teller } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'

/** One step of serving a request. `run` may be synchronous, which keeps a silent run fast. */
/** Where a step takes place: at the viewer, at the distribution as a whole, in a behavior, in a cache, or at the origin. */
export type Station = 'viewer' | 'head' | 'row' | 'edge' | 'region' | 'shield' | 'origin'

export interface Stage<Id extends string = string> extends Teller {
  readonly id: Id
  /** Functions at the origin's side run in the regional caches; what is answered goes back through the behavior. */
  readonly at: Station
  /** Where `explain` tells its notes: before or after what the origins were asked, or not at all. */
  readonly explained: 'before-origin' | 'after-origin' | 'never'
  readonly run: (exchange: Exchange, note: Note | null) => void | Promise<void>
}

export const defineStage = <const Id extends string>(stage: Stage<Id>): Stage<Id> => stage

const guideRoot = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/'

/** The address of a page of CloudFront's Developer Guide. */
export const guide = (page: string): string => `${guideRoot}${page}.html`

/** A decision that one page of the Developer Guide settles. */
export const documented = (page: string): Basis => ({ documented: guide(page) })
/** A decision on which AWS is silent, beside the page that comes nearest to it. */
export const inferred = (why: string, page: string): Basis => ({ inferred: why, docs: guide(page) })
/** A decision that rests on what people saw, beside the page that comes nearest to it. */
export const observed = (where: string, page: string): Basis => ({ observed: where, docs: guide(page) })
