import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import {
  bucketGranting,
  bucketOrigin,
  customOrigin,
  defaultBehavior,
  distribution,
  filesHost,
  oac,
} from '#fixtures/build.ts'

const notFound = { ErrorCode: 404, ResponseCode: '404', ResponsePagePath: '/404.html' }
const site = (
  codes: readonly number[],
  origin = bucketOrigin('files'),
  more: Record<string, Resource> = {},
) =>
  distribution(
    {
      Origins: [origin],
      DefaultCacheBehavior: defaultBehavior(String(origin.Id)),
      CustomErrorResponses: codes.map((ErrorCode) => ({ ...notFound, ErrorCode })),
    },
    { Oac: oac, ...more },
  )

export const examples: RuleExamples = {
  valid: {
    both: site([403, 404]),
    'a server answers 404 itself': site([404], customOrigin('web')),
    'CloudFront may list the bucket': site(
      [404],
      bucketOrigin('files', { DomainName: filesHost }),
      bucketGranting('s3:GetObject', 's3:ListBucket'),
    ),
  },
  invalid: {
    '404 alone': site([404]),
    'with server errors': site([404, 503]),
  },
}
