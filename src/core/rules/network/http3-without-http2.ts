import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkHttp3WithoutHttp2 = defineRule({
  id: 'network/http3-without-http2',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'HTTP/3 is on without HTTP/2.',
  why: 'Viewers that cannot reach CloudFront over UDP, as behind many company firewalls, fall back to HTTP/1.1 where HTTP/2 is not among the versions.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.HttpVersion) !== 'http3') continue
      const field = [...path, 'HttpVersion']
      yield {
        path: field,
        message: `“${id}” speaks HTTP/3 and HTTP/1.1, so viewers without UDP fall back to HTTP/1.1; use “http2and3”.`,
        suggestions: [setAt(field, 'http2and3', 'Add HTTP/2')],
      }
    }
  },
})
