import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

const day = 86_400_000
/** ACM renews 60 days before the end, where it can: one that is nearer to it was imported, or waits for validation. */
const soon = 30 * day

export const certificateEndsSoon = defineRule({
  id: 'certificate/ends-soon',
  severity: 'warning',
  summary: 'The certificate ends within 30 days.',
  why: 'ACM renews the certificates that it issued from 60 days before they end, where their validation is still there. It does not renew imported ones. When a certificate ends, viewers cannot connect by HTTPS.',
  docs: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  code: null,

  *check({ document, account }) {
    for (const { config, path } of distributionsIn(document)) {
      const held = accountCertificate(account, known(config.ViewerCertificate)?.ACMCertificateArn)
      const end = Date.parse(held?.NotAfter ?? '')
      const now = Date.parse(account?.readAt ?? '')
      if (!(end > now && end - now <= soon)) continue
      yield {
        path: [...path, 'ViewerCertificate', 'ACMCertificateArn'],
        message: `The certificate ends on ${held?.NotAfter}, in ${Math.ceil((end - now) / day)} days, and ACM has not renewed it; import a new one, or answer its validation.`,
      }
    }
  },
})
