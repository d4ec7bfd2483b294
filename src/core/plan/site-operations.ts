/** What is done to a distribution that is not a change of its configuration. A port, as drivers are. */
import type { Live } from './resolve.ts'

export type InvalidationStatus = 'InProgress' | 'Completed'
export interface Invalidation {
  readonly id: string
  readonly status: InvalidationStatus
}

export interface SiteOperations {
  /** `reference` makes it idempotent: the same one again is the same invalidation. */
  invalidate(physicalId: string, paths: readonly string[], reference: string): Promise<Invalidation>
  invalidation(physicalId: string, id: string): Promise<Invalidation>
  /** Copies the staging distribution's configuration to the primary one; both must be as they were read. */
  promote(primary: Live, staging: Live): Promise<void>
}
