import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

const ending = (NotAfter: string) => ({
  document: distribution({
    Aliases: ['www.example.com'],
    ViewerCertificate: {
      ACMCertificateArn: certificateArn(),
      SSLSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021',
    },
  }),
  account: {
    readAt: '2026-11-01T00:00:00Z',
    certificates: [{ Arn: certificateArn(), DomainNames: ['www.example.com'], Status: 'ISSUED', NotAfter }],
  },
})

export const examples: RuleExamples = {
  valid: { 'next year': ending('2027-11-01T00:00:00Z'), over: ending('2026-10-01T00:00:00Z') },
  invalid: { 'next week': ending('2026-11-08T00:00:00Z') },
}
