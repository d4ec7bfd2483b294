import { distributionsIn } from '#core/model/distribution.ts'
import { coversName } from '#core/model/domain-names.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { namesOfCertificate } from '#core/rules/lookup/certificate-names.ts'
export const certificateDoesNotCoverAlias = defineRule({
  id: 'certificate/does-not-cover-alias',
  severity: 'error',
  summary: 'The certificate does not cover an alternate domain name.',
  why: 'CloudFront compares each alias with the names of the certificate; a wildcard covers exactly one label.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue

      const names = namesOfCertificate(
        { document, ...(account && { account }) },
        certificate.ACMCertificateArn,
      )
      if (!names) continue
      for (const [index, alias] of (config.Aliases ?? []).entries()) {
        const name = known(alias)
        if (name === undefined || names.some((one) => coversName(one, name))) continue
        yield {
          path: [...site, 'Aliases', index],
          message: `The certificate (${names.join(', ')}) does not cover “${name}”, so CloudFront refuses the alias; add the name to the certificate or remove the alias.`,
        }
      }
    }
  },
})
