import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, certificateArn, defaultBehavior, distribution } from '#fixtures/build.ts'
import { multiTenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a multi-tenant one': multiTenant(),
    'a standard one': distribution({ Aliases: ['www.example.com'] }),
    'an empty list': multiTenant({ Aliases: [], ContinuousDeploymentPolicyId: '', Staging: false }),
  },
  invalid: {
    aliases: multiTenant({ Aliases: ['www.example.com'] }),
    'a price class': multiTenant({ PriceClass: 'PriceClass_100' }),
    IPv6: multiTenant({ IsIPV6Enabled: true }),
    TTLs: multiTenant({ DefaultCacheBehavior: defaultBehavior('web', { MinTTL: 0, DefaultTTL: 60 }) }),
    'trusted signers': multiTenant({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedSigners: { Enabled: true, Items: ['self'] } }),
    }),
    'dedicated addresses': multiTenant({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
    'an origin access identity': multiTenant({
      Origins: [
        bucketOrigin('web', {
          S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E127EXAMPLE51Z' },
        }),
      ],
    }),
    'a classic web ACL': multiTenant({ WebACLId: '473e64fd-f30b-4765-81a0-62ad96dd167a' }),
  },
}
