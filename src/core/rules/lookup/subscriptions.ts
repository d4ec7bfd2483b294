/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pricingplanmanager-subscription.html */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { foreignOf, listIn, namedIn, textIn } from './foreign.ts'
import type { PlacedDistribution } from './walk.ts'

export interface PlanSubscription {
  readonly id: LogicalId
  readonly path: Path
  /** As written; undefined where it is absent or the deployment decides it. */
  readonly tier: string | undefined
  readonly level: string | undefined
  readonly config: Readonly<Record<string, unknown>>
  /** What `ResourceArns` holds; undefined where the deployment decides it. */
  readonly resources: readonly unknown[] | undefined
}

export const subscriptionsIn = (document: DesignDocument): PlanSubscription[] =>
  foreignOf(document, 'AWS::PricingPlanManager::Subscription').map(({ id, config, path }) => ({
    id,
    path,
    config,
    tier: textIn(config['PlanTier']),
    level: textIn(config['UsageLevel']),
    resources: listIn(config['ResourceArns']),
  }))

/** The subscriptions that cover a distribution of the design. */
export const subscriptionsOf = (document: DesignDocument, { id }: PlacedDistribution): PlanSubscription[] =>
  subscriptionsIn(document).filter(({ resources }) =>
    (resources ?? []).some((resource) => namedIn(resource).includes(id)),
  )
