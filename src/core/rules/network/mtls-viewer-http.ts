import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const networkMtlsViewerHttp = defineRule({
  id: 'network/mtls-viewer-http',
  severity: 'error',
  summary: 'A distribution that checks client certificates allows plain HTTP.',
  why: 'Over HTTP there is no handshake in which a certificate could be shown; CloudFront refuses a behavior that allows HTTP.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path, distribution } = placed
      if (known(distribution.config.ViewerMtlsConfig) === undefined) continue
      if (known(behavior.ViewerProtocolPolicy) !== 'allow-all') continue
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `“${distribution.id}” asks viewers for certificates and ${behaviorName(placed)} allows HTTP, which CloudFront refuses; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Require HTTPS')],
      }
    }
  },
})
