/**
 * A kind of neighbor: something that is not CloudFront's and stands beside a distribution in a template or a module, as
 * an origin, as what leads to it, guards it or keeps its logs. A new one is a file beside this folder and its line in
 * the registry.
 */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Properties, TerraformForm } from './terraform.ts'

/** A resource that belongs to a neighbor: a policy to its bucket, a listener to its load balancer. */
export interface Part {
  readonly id: LogicalId
  readonly type: string
  readonly config: Properties
}
export interface Neighbor {
  readonly id: LogicalId
  readonly type: string
  readonly config: Properties
  readonly parts: readonly Part[]
}
export interface NeighborKind {
  readonly id: string
  /** As the drawing and the inspector call it. */
  readonly label: string
  /** CloudFormation's types that stand for themselves. */
  readonly types: readonly string[]
  /** Types that say more of one, by the property that names it. */
  readonly parts: Readonly<Record<string, string>>
  /** Terraform's types. */
  readonly terraform: Readonly<Record<string, TerraformForm>>
  /** What of it matters to CloudFront, by label; what is undefined is left out. */
  readonly matters: (neighbor: Neighbor, document: DesignDocument) => Readonly<Record<string, unknown>>
}

export const defineNeighbor = (kind: NeighborKind): NeighborKind => kind
