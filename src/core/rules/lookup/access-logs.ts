/**
 * The access logs of a distribution: legacy ones in its own configuration, those of version 2 as CloudWatch Logs
 * deliveries beside it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
 */
import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument, DistributionConfig, LogicalId } from '#core/model/document.ts'
import { isExpression, known } from '#core/model/field.ts'
import { foreignOf, namedIn, type PlacedForeign } from './foreign.ts'
import type { PlacedDistribution } from './walk.ts'

type Logging = Exclude<NonNullable<DistributionConfig['Logging']>, { unknown: string } | { ref: string }>

/** The legacy logging of a distribution where it is on: by its switch, or by its bucket where there is no switch. */
export function standardLogs({ Logging: field }: DistributionConfig): Logging | undefined {
  const logging = known(field)
  if (!logging) return undefined
  const on = logging.Enabled === undefined ? Boolean(logging.Bucket) : known(logging.Enabled) === true
  return on ? logging : undefined
}

/** The bucket of the design that legacy logs go to. */
export const logBucketOf = (document: DesignDocument, config: DistributionConfig): LogicalId | undefined =>
  bucketBehind(document, standardLogs(config)?.Bucket)

/** Whether a delivery source takes its logs from a distribution; undefined where the design does not say. */
export function isWrittenFor(source: PlacedForeign, { id }: PlacedDistribution): boolean | undefined {
  const { ResourceArn: arn } = source.config
  if (namedIn(arn).length > 0) return namedIn(arn).includes(id)
  return isExpression(arn) || typeof arn !== 'string' ? undefined : false
}

/** The sources of version 2 logs that are, or may be, of a distribution. */
export const deliveriesOf = (document: DesignDocument, distribution: PlacedDistribution): PlacedForeign[] =>
  foreignOf(document, 'AWS::Logs::DeliverySource').filter(
    (source) => isWrittenFor(source, distribution) !== false,
  )

/** The bucket's name in the domain name of its REST endpoint; undefined for other text and for expressions. */
export const bucketNameIn = (host: unknown): string | undefined =>
  typeof host === 'string' ? /^(.+?)\.s3[.-][a-z0-9.-]*amazonaws\.com/i.exec(host)?.[1] : undefined
