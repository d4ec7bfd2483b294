import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasDedicatedIp } from '#core/rules/lookup/dedicated-ip.ts'

export const networkHttp3Sni = defineRule({
  id: 'network/http3-sni',
  severity: 'warning',
  summary: 'HTTP/2 or HTTP/3 is on without SNI.',
  why: 'With dedicated IP addresses viewers that do not send SNI are served over HTTP/1.1 only, and HTTP/3 always needs the name that SNI carries.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const version = known(config.HttpVersion)
      if (version !== 'http3' && version !== 'http2and3') continue
      if (!hasDedicatedIp(config)) continue
      const field = [...path, 'HttpVersion']
      yield {
        path: field,
        message: `“${id}” has dedicated IP addresses for viewers without SNI and “${version}”, which needs SNI, so those viewers get HTTP/1.1; use “sni-only”.`,
        suggestions: [
          setAt([...path, 'ViewerCertificate', 'SSLSupportMethod'], 'sni-only', 'Use sni-only'),
          setAt(field, 'http1.1', 'Use HTTP/1.1 only'),
        ],
      }
    }
  },
})
