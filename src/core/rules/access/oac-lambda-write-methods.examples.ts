import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

const every = {
  AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
} as const
const functionUrl = (more: Partial<Origin> = {}): Origin =>
  customOrigin('api', {
    DomainName: 'abcdefghij.lambda-url.eu-west-1.on.aws',
    OriginAccessControlId: 'E2ABC3DEF4GHI5',
    ...more,
  })
const methods = { AllowedMethods: { Items: [...every.AllowedMethods.Items] } }

export const examples: RuleExamples = {
  valid: {
    reading: distribution({ Origins: [functionUrl()] }),
    'not signed': distribution({
      Origins: [functionUrl({ OriginAccessControlId: '' })],
      DefaultCacheBehavior: defaultBehavior('api', methods),
    }),
    'a bucket': distribution(
      { Origins: [bucketOrigin('files')], DefaultCacheBehavior: defaultBehavior('files', methods) },
      { Oac: oac },
    ),
  },
  invalid: {
    writing: distribution({
      Origins: [functionUrl()],
      DefaultCacheBehavior: defaultBehavior('api', methods),
    }),
  },
}
