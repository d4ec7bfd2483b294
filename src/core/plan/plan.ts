import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'

export interface Change {
  /** Below the resource's config. */
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}
export type PlanAction = 'create' | 'update' | 'replace' | 'delete' | 'unchanged'

/** A plan is data: it can be shown, saved, reviewed and compared before anything runs. */
export interface PlanStep {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly action: PlanAction
  readonly changes: readonly Change[]
  /** Steps that must have ended before this one starts. */
  readonly after: readonly LogicalId[]
}
export interface Deployed {
  readonly physicalId: string
  readonly etag: string
  readonly arn?: string
}
/** The only thing that talks to AWS about one resource type. */
export interface ResourceDriver<Config> {
  readonly type: ResourceType
  read(physicalId: string): Promise<{ config: Config; etag: string; arn?: string } | undefined>
  create(config: Config): Promise<Deployed>
  update(deployed: Deployed, config: Config): Promise<Deployed>
  remove(deployed: Deployed): Promise<void>
}
