import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { surelyOf } from '#core/model/links.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateEmailValidation = defineRule({
  id: 'certificate/email-validation',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'The certificate is validated by mail.',
  why: 'ACM mails the owners of the domain, and the stack waits until one of them answers. It mails again before the certificate ends; where nobody answers, the certificate ends and CloudFront serves no HTTPS for the name. One validated by DNS is renewed by itself. In CloudFormation mail is the default.',
  docs: 'https://docs.aws.amazon.com/acm/latest/userguide/email-renewal-validation.html',
  code: null,

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const arn: unknown = known(config.ViewerCertificate)?.ACMCertificateArn
      const id = surelyOf(document, arn, 'AWS::CertificateManager::Certificate')
      const certificate = id === undefined ? undefined : document.resources[id]
      if (!certificate || id === undefined) continue
      // A foreign resource's config is JSON in CloudFormation's words.
      const { ValidationMethod: method = 'EMAIL', CertificateAuthorityArn: authority } =
        certificate.config as { ValidationMethod?: unknown; CertificateAuthorityArn?: unknown }
      if (method !== 'EMAIL' || authority !== undefined) continue
      yield {
        path: [...path, 'ViewerCertificate', 'ACMCertificateArn'],
        message: `“${id}” is validated by mail, so its renewal waits for a person each year and it ends if nobody answers; set ValidationMethod to “DNS”.`,
      }
    }
  },
})
