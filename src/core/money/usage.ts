/** What a month brings, as far as it is billed: by behavior, origin and region. */
import type { PriceRegion } from './regions.ts'

export interface UsageCell {
  /** The path pattern; `*` is the default. */
  readonly behavior: string
  /** The origin or origin group that the behavior targets. */
  readonly target: string
  /** Where the viewers are, whatever the price class makes of it. */
  readonly region: PriceRegion
  readonly http: number
  readonly https: number
  /** To viewers. */
  readonly bytes: number
  /** To origins. */
  readonly uploads: number
  /** Requests that Origin Shield was asked for as an extra layer. */
  readonly shielded: number
  readonly cloudFrontRuns: number
  readonly storeReads: number
  readonly lambdaRuns: number
  /** Requests of which fields were encrypted. */
  readonly encrypted: number
  /** Lines of real-time logs. */
  readonly recorded: number
}

export interface Usage {
  readonly cells: readonly UsageCell[]
  readonly invalidationPaths: number
  /** By what a log's figures were multiplied to make a month; null where a month's figures were given. */
  readonly factor: number | null
  /** What was taken for granted, in sentences. */
  readonly assumptions: readonly string[]
}

export const requestsIn = ({ http, https }: UsageCell): number => http + https

export const totalOf = ({ cells }: Usage, quantityOf: (cell: UsageCell) => number): number =>
  cells.reduce((sum, cell) => sum + quantityOf(cell), 0)
