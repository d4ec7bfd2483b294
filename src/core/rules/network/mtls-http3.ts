import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkMtlsHttp3 = defineRule({
  id: 'network/mtls-http3',
  severity: 'error',
  summary: 'Client certificates are used with HTTP/3.',
  why: 'CloudFront does not ask for client certificates over HTTP/3 and refuses a distribution with both.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const version = known(config.HttpVersion)
      if (version !== 'http3' && version !== 'http2and3') continue
      if (known(config.ViewerMtlsConfig) === undefined) continue
      const field = [...path, 'HttpVersion']
      yield {
        path: field,
        message: `“${id}” asks viewers for certificates and speaks “${version}”, which CloudFront refuses together; use “http2”.`,
        suggestions: [setAt(field, 'http2', 'Use HTTP/2')],
      }
    }
  },
})
