/**
 * Where the access logs of a distribution go.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { deliveriesOf, standardLogs } from '#core/rules/lookup/access-logs.ts'
import { foreignBehind, foreignOf, namedIn, type PlacedForeign, textIn } from '#core/rules/lookup/foreign.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

export interface LogDestination {
  readonly kind: 'legacy-s3' | 's3' | 's3-parquet' | 'cloudwatch-logs' | 'firehose' | 'unknown'
  /** How many bytes a line takes in it: a figure of experience. */
  readonly bytesPerLine: number
}

/** Lines of all fields: tab-separated as in version 1, and as JSON with the names of the fields. */
const lineBytes = { plain: 450, json: 1200 } as const

function kindOf(
  document: DesignDocument,
  target: PlacedForeign | undefined,
  isParquet: boolean,
): LogDestination['kind'] {
  const arn = target?.config['DestinationResourceArn']
  const names = namedIn(arn).map((id) => document.resources[id]?.type)
  const text = textIn(arn) ?? (isUnknown(arn) ? (arn.like ?? arn.unknown) : isRef(arn) ? '' : '')
  if (names.includes('AWS::S3::Bucket') || text.includes(':s3:')) return isParquet ? 's3-parquet' : 's3'
  if (names.includes('AWS::Logs::LogGroup') || text.includes(':logs:')) return 'cloudwatch-logs'
  if (names.some((type) => type?.includes('Firehose')) || text.includes(':firehose:')) return 'firehose'
  return 'unknown'
}

function destinationOf(document: DesignDocument, delivery: PlacedForeign): LogDestination {
  const target = foreignBehind(
    document,
    delivery.config['DeliveryDestinationArn'],
    'AWS::Logs::DeliveryDestination',
  )
  const format = textIn(target?.config['OutputFormat']) ?? 'json'
  return {
    kind: kindOf(document, target, format === 'parquet'),
    bytesPerLine: format === 'json' ? lineBytes.json : lineBytes.plain,
  }
}

export function logDestinationsOf(
  document: DesignDocument,
  distribution: PlacedDistribution,
): LogDestination[] {
  const deliveries = foreignOf(document, 'AWS::Logs::Delivery')
  const sources = deliveriesOf(document, distribution)
  const found = deliveries.filter(({ config }) =>
    sources.some(
      ({ id, config: source }) =>
        namedIn(config['DeliverySourceName']).includes(id) ||
        (textIn(config['DeliverySourceName']) !== undefined &&
          textIn(config['DeliverySourceName']) === textIn(source['Name'])),
    ),
  )
  return [
    ...(standardLogs(distribution.config)
      ? [{ kind: 'legacy-s3', bytesPerLine: lineBytes.plain } as const]
      : []),
    ...found.map((delivery) => destinationOf(document, delivery)),
  ]
}
