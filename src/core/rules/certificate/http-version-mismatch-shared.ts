import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateHttpVersionMismatchShared = defineRule({
  id: 'certificate/http-version-mismatch-shared',
  severity: 'warning',
  sees: 'all',
  summary: 'Distributions that share a certificate have different HTTP versions.',
  why: 'Browsers reuse a connection for every name of its certificate; between distributions with different HTTP versions that goes wrong.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: null,

  *check({ document }) {
    const first = new Map<string, { id: string; version: string }>()
    for (const { id, config, path } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      const source = nameOf(certificate?.ACMCertificateArn ?? certificate?.IAMCertificateId)
      const version = config.HttpVersion === undefined ? 'http2' : known(config.HttpVersion)
      if (source === '' || version === undefined || known(config.Staging) === true) continue
      const other = first.get(source)
      if (!other) first.set(source, { id, version })
      else if (other.version !== version)
        yield {
          path: [...path, 'HttpVersion'],
          message: `“${id}” speaks ${version} and “${other.id}” ${other.version} with the same certificate, so reused connections may fail; set the same version.`,
          suggestions: [setAt([...path, 'HttpVersion'], other.version, `Use ${other.version}`)],
        }
    }
  },
})
