import { distributionsIn } from '#core/model/distribution.ts'
import { combine, removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateDefaultWithExtraFields = defineRule({
  id: 'certificate/default-with-extra-fields',
  severity: 'info',
  summary: 'The default certificate has settings that do nothing.',
  why: 'With the default certificate the minimum is TLSv1 whatever is set. CloudFront itself answers with these fields and takes them back.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (known(certificate.CloudFrontDefaultCertificate) !== true) continue
      const version = known(certificate.MinimumProtocolVersion)
      const extra = version === undefined || version === 'TLSv1' ? [] : (['MinimumProtocolVersion'] as const)
      if (extra.length === 0) continue
      yield {
        path: [...path, extra[0] ?? ''],
        message: `“${version}” does nothing with the default certificate: the minimum stays TLSv1; remove it or attach a certificate of your own.`,
        fix: combine(
          `Remove ${extra.join(' and ')}`,
          extra.map((field) => removeAt([...path, field])),
        ),
      }
    }
  },
})
