import { distributionsIn } from '#core/model/distribution.ts'
import { coversName } from '#core/model/domain-names.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

export const certificateCnOnly = defineRule({
  id: 'certificate/cn-only',
  severity: 'error',
  summary: 'The certificate names the domain only in its common name.',
  why: 'CloudFront compares with the subject alternative names only; the common name does not count.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const held = accountCertificate(account, certificate.ACMCertificateArn)
      const commonName = /(?:^|,)\s*CN=([^,]+)/.exec(held?.Subject ?? '')?.[1]?.trim()
      if (!held || commonName === undefined) continue
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)
        if (
          alias === undefined ||
          !coversName(commonName, alias) ||
          held.DomainNames.some((name) => coversName(name, alias))
        )
          continue
        yield {
          path: [...site, 'Aliases', index],
          message: `“${alias}” is only in the certificate's common name, so CloudFront refuses the alias; add it to the subject alternative names.`,
        }
      }
    }
  },
})
