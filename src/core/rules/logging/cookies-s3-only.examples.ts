import type { DesignDocument, Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

const logged = (Origins: Origin[], IncludeCookies = true): DesignDocument =>
  distribution(
    { Origins, Logging: { IncludeCookies, Bucket: 'example-logs.s3.amazonaws.com' } },
    { Oac: oac },
  )

export const examples: RuleExamples = {
  valid: {
    'a server': logged([bucketOrigin('files'), customOrigin('web')]),
    'no cookies': logged([bucketOrigin('files')], false),
  },
  invalid: {
    'buckets alone': logged([bucketOrigin('files')]),
  },
}
