import { distributionsIn } from '#core/model/distribution.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

const without = ['af-south-1', 'ap-east-1', 'ap-southeast-3', 'eu-south-1', 'me-south-1']
/** The other Regions that have to be opted into, as of October 2026: legacy logging supports none of them. */
const optIn = [
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
]

export const loggingBucketRegion = defineRule({
  id: 'logging/bucket-region',
  severity: 'error',
  summary: 'The log bucket is in a Region that legacy logs do not reach.',
  why: 'Legacy logging does not support buckets in Regions that have to be opted into: CloudFront refuses the distribution with AccessDenied. Standard logging v2 delivers there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: 'AccessDenied',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const host = textOrStandIn(document, standardLogs(config)?.Bucket) ?? ''
      const region = /\.s3[.-](?:dualstack\.)?([a-z]{2}-[a-z]+-\d)\.amazonaws\.com$/.exec(host)?.[1]
      if (region === undefined || !(without.includes(region) || optIn.includes(region))) continue
      yield {
        path: [...path, 'Logging', 'Bucket'],
        message: `The log bucket of “${id}” is in “${region}”, which legacy logging does not support, so CloudFront answers AccessDenied; use a bucket of another region, or standard logging v2.`,
      }
    }
  },
})
