import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

const identity = { OriginAccessIdentity: 'origin-access-identity/cloudfront/E127EXAMPLE51Z' }
// The type has no such field: templates have it by mistake.
const stray = (at: 'CustomOriginConfig' | 'Origin'): Origin =>
  (at === 'Origin'
    ? { ...customOrigin('web'), ...identity }
    : customOrigin('web', {
        CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only', ...identity },
      })) as Origin

export const examples: RuleExamples = {
  valid: {
    'in its place': distribution({
      Origins: [
        { key: 'b', Id: 'b', DomainName: 'example-files.s3.amazonaws.com', S3OriginConfig: identity },
      ],
    }),
    none: distribution(),
  },
  invalid: {
    'in CustomOriginConfig': distribution({ Origins: [stray('CustomOriginConfig')] }),
    'in the origin itself': distribution({ Origins: [stray('Origin')] }),
  },
}
