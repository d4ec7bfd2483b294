import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const originApigwHttp = defineRule({
  id: 'origin/apigw-http',
  covers: ['origin/protocol-http-only'],
  severity: 'warning',
  summary: 'API Gateway is called over plain HTTP, which it does not answer.',
  why: 'The execute-api endpoints speak HTTPS only; a plain HTTP connection fails.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { originRequests: [{ protocol: 'http' }] } },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (originKindOf(document, origin)?.id !== 'api-gateway') continue
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
        message: `“${nameOf(origin.DomainName)}” answers HTTPS only and “${protocol}” may ask it by HTTP; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
