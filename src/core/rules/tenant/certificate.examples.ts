import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn } from '#fixtures/build.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    requested: multiTenant(
      {},
      { Tenant: tenant({ ManagedCertificateRequest: { ValidationTokenHost: 'cloudfront' } }) },
    ),
    'its own': multiTenant(
      {},
      { Tenant: tenant({ Customizations: { Certificate: { Arn: certificateArn() } } }) },
    ),
    'a certificate that is not known': multiTenant(
      { ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'sni-only' } },
      { Tenant: tenant() },
    ),
    'a wildcard': multiTenant(
      { ViewerCertificate: { ACMCertificateArn: { ref: 'Certificate' }, SSLSupportMethod: 'sni-only' } },
      {
        Tenant: tenant(),
        Certificate: {
          type: 'AWS::CertificateManager::Certificate',
          config: { DomainName: '*.example.com' },
        },
      },
    ),
  },
  invalid: {
    none: multiTenant({}, { Tenant: tenant() }),
    'another name': multiTenant(
      { ViewerCertificate: { ACMCertificateArn: { ref: 'Certificate' }, SSLSupportMethod: 'sni-only' } },
      {
        Tenant: tenant(),
        Certificate: {
          type: 'AWS::CertificateManager::Certificate',
          config: { DomainName: '*.example.org' },
        },
      },
    ),
  },
}
