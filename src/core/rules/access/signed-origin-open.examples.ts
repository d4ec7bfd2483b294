import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { bucketOrigin, customOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

const signed = { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }

export const examples: RuleExamples = {
  valid: {
    'an origin access control': distribution(
      { Origins: [bucketOrigin('files')], DefaultCacheBehavior: defaultBehavior('files', signed) },
      { Oac: oac },
    ),
    'a secret header': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: '{{resolve:secretsmanager:v}}' }],
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('web', signed),
    }),
    'not signed': distribution(),
  },
  invalid: {
    'a server': distribution({ DefaultCacheBehavior: defaultBehavior('web', signed) }),
    'a bucket': distribution({
      Origins: [
        {
          key: 'files',
          Id: 'files',
          DomainName: 'example-files.s3.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
      DefaultCacheBehavior: defaultBehavior('files', signed),
    }),
  },
}
