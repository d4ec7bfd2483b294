/** The port to AWS: what a plan needs of each resource type. */
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { Live } from './resolve.ts'

/** One resource of the account, as a list names it. */
export interface Listed {
  readonly physicalId: string
  readonly name: string
  readonly arn?: string
  /** A distribution's own host name. */
  readonly domainName?: string
}
export interface ListedPage {
  readonly items: readonly Listed[]
  /** Give it to get the next page; absent on the last one. */
  readonly next?: string
}

/** A resource of the account that the design's one might be, and what speaks for it. */
export interface Candidate {
  readonly live: Live
  /**
   * `reference`: made with exactly the caller reference that is asked for. `name`: it has what CloudFront gives to one
   * resource only, its name or an alternate domain name. `likeness`: nothing but that it looks alike.
   */
  readonly by: 'reference' | 'name' | 'likeness'
}

/** The only thing that talks to AWS about one resource type. Configs are in the API's shape. */
export interface ResourceDriver {
  readonly type: ResourceType
  /** What stands where this design's resource would, or looks like it. That it is ours is not said by it. */
  candidates(id: LogicalId, config: JsonObject): Promise<readonly Candidate[]>
  read(physicalId: string): Promise<Live | undefined>
  create(id: LogicalId, config: JsonObject): Promise<Live>
  update(live: Live, config: JsonObject): Promise<Live>
  /** Fails as `StillInUse` where something else refers to it. */
  delete(live: Live): Promise<void>
  list?(marker?: string): Promise<ListedPage>
  /** The physical ids of what is there for one distribution and is named by nothing: tenants, metrics. */
  of?(distributionId: string): Promise<readonly string[]>
  /** True once CloudFront serves what was applied. */
  isDeployed?(physicalId: string): Promise<boolean>
}
export type Drivers = Partial<Record<ResourceType, ResourceDriver>>

/** What went wrong at AWS, in one sentence that names the remedy. */
export class DriverFailure extends Error {
  /** True where AWS answered and did nothing; false where nobody knows, because no answer came. */
  readonly isRefusal: boolean
  constructor(message: string, { isRefusal = false }: { readonly isRefusal?: boolean } = {}) {
    super(message)
    this.isRefusal = isRefusal
  }
}
/** A deletion that AWS refuses because something else needs the thing: it stays, and nothing is broken. */
export class StillInUse extends DriverFailure {}
