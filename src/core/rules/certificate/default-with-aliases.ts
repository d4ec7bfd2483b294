import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateDefaultWithAliases = defineRule({
  id: 'certificate/default-with-aliases',
  severity: 'error',
  summary: 'There are alternate domain names but no certificate.',
  why: 'The default certificate covers *.cloudfront.net only; with an alias CloudFront wants a certificate that covers it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const aliases = knownItems(config.Aliases)
      const certificate = config.ViewerCertificate
      if (aliases.length === 0 || (certificate !== undefined && isExpression(certificate))) continue
      const given =
        certificate &&
        [certificate.ACMCertificateArn, certificate.IAMCertificateId].some(
          (one) => one !== undefined && one !== '',
        )
      if (given) continue
      yield {
        path: [...path, certificate ? 'ViewerCertificate' : 'Aliases'],
        message: `“${aliases[0]}” has no certificate that covers it, so CloudFront refuses the alias; attach an ACM certificate of us-east-1.`,
      }
    }
  },
})
