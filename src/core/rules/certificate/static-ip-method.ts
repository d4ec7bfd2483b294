import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateStaticIpMethod = defineRule({
  id: 'certificate/static-ip-method',
  severity: 'warning',
  summary: 'SSLSupportMethod “static-ip” is not enabled for most accounts.',
  why: 'Static IP addresses have to be enabled for the account by AWS; else the method is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (known(certificate.SSLSupportMethod) !== 'static-ip') continue
      yield {
        path: [...path, 'SSLSupportMethod'],
        message:
          '“static-ip” is refused unless AWS enabled it for the account; use “sni-only” if it did not.',
        suggestions: [setAt([...path, 'SSLSupportMethod'], 'sni-only', 'Use sni-only')],
      }
    }
  },
})
