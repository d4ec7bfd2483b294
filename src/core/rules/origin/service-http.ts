import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const originServiceHttp = defineRule({
  id: 'origin/service-http',
  covers: ['origin/protocol-http-only'],
  severity: 'warning',
  summary: 'A service that answers HTTPS only is called over plain HTTP.',
  why: 'AppSync, App Runner, MediaPackage and MediaTailor are HTTPS endpoints. What they answer to plain HTTP is an error or a redirect to HTTPS, which CloudFront hands to the viewer, who comes back and gets it again.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/template-preconfigured-origin-settings.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { originRequests: [{ protocol: 'http' }] } },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)
      if (!kind?.isHttpsOnly) continue
      const protocol = known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy)
      const plainViewers = behaviorsOf(distribution).some(
        ({ behavior }) =>
          known(behavior.ViewerProtocolPolicy) === 'allow-all' &&
          originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id),
      )
      if (protocol !== 'http-only' && !(protocol === 'match-viewer' && plainViewers)) continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `${kind.label} answers HTTPS only and “${protocol}” may ask “${nameOf(origin.DomainName)}” by HTTP; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
