import type { Exchange, Note } from './exchange.ts'

/** What a stage's behaviour rests on. */
export type Basis = { readonly documented: string } | { readonly inferred: string; readonly docs?: string }

/** One step of serving a request. `run` may be synchronous, which keeps a silent run fast. */
export interface Stage {
  readonly id: string
  readonly title: string
  readonly basis: Basis
  readonly run: (exchange: Exchange, note: Note | null) => void | Promise<void>
}

export const defineStage = (stage: Stage): Stage => stage

const guideRoot = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/'

/** The address of a page of CloudFront's Developer Guide. */
export const guide = (page: string): string => `${guideRoot}${page}.html`
