/** What costs money and is not in the bill: always the same few things, and what this design brings. */
import { leftOut } from './billing.ts'
import type { MoneyFacts } from './facts.ts'

const always: readonly string[] = [
  'Origins: S3 requests and storage, load balancers, functions and servers, and their transfer where they are not in AWS.',
  'Route 53, changes to key value stores ($1 per 1,000 calls), queries of CloudWatch, taxes and private pricing.',
]

function ofLogs({ logs, behaviors }: MoneyFacts): string[] {
  const kinds = new Set(logs.map(({ kind }) => kind))
  const inS3 = kinds.has('legacy-s3') || kinds.has('s3') || kinds.has('s3-parquet')
  return [
    ...(inS3 ? ['What S3 takes for the storage of standard logs; their delivery costs nothing.'] : []),
    ...(kinds.has('cloudwatch-logs') ? ['What CloudWatch Logs takes for storage and queries.'] : []),
    ...(kinds.has('firehose') ? ['The Firehose stream of the standard logs and what it delivers to.'] : []),
    ...(kinds.has('unknown')
      ? ['The delivery of standard logs to a destination that this design does not show.']
      : []),
    ...(behaviors.some(({ recordedShare }) => recordedShare > 0)
      ? ['The Kinesis data stream behind the real-time logs.']
      : []),
  ]
}

function ofWebAcl({ webAcl }: MoneyFacts): string[] {
  if (webAcl === null) return []
  return [
    ...(webAcl.rules === null
      ? [`The rules of the web ACL “${webAcl.name}”, which stands elsewhere ($1 each a month).`]
      : []),
    ...webAcl.pricedGroups.map(
      (name) =>
        `The managed rule group “${name}”, which has a subscription and a price per request of its own.`,
    ),
  ]
}

export const notIn = (facts: MoneyFacts): string[] => [
  ...(facts.hasShieldAdvanced
    ? []
    : ['AWS Shield Advanced ($3,000 a month and a price per GB), which this design does not name.']),
  ...ofLogs(facts),
  ...ofWebAcl(facts),
  ...(facts.hasMutualTls ? [leftOut.mutualTls] : []),
  ...(facts.hasStreaming ? [leftOut.streaming] : []),
  ...always,
]
