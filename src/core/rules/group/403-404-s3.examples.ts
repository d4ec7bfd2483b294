import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import {
  bucketGranting,
  bucketOrigin,
  customOrigin,
  defaultBehavior,
  distribution,
  filesHost,
  group,
  oac,
} from '#fixtures/build.ts'

const failing = (
  codes: number[],
  first = bucketOrigin('files'),
  more: Record<string, Resource> = {},
): DesignDocument =>
  distribution(
    {
      Origins: [first, customOrigin('spare')],
      OriginGroups: [
        group('both', [String(first.Id), 'spare'], { FailoverCriteria: { StatusCodes: codes } }),
      ],
      DefaultCacheBehavior: defaultBehavior('both'),
    },
    { Oac: oac, ...more },
  )

export const examples: RuleExamples = {
  valid: {
    both: failing([403, 404]),
    'a server': failing([404], customOrigin('web')),
    'a bucket that may be listed': failing(
      [404],
      bucketOrigin('files', { DomainName: filesHost }),
      bucketGranting('s3:GetObject', 's3:ListBucket'),
    ),
  },
  invalid: {
    '404 alone': failing([404]),
    'with server errors': failing([404, 500, 503]),
    'server errors alone': failing([500, 502]),
  },
}
