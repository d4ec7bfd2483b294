import { distributionsIn, orderedBehaviorsOf, originsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsSpaMasksApi = defineRule({
  id: 'errors/spa-masks-api',
  severity: 'warning',
  summary: "The single-page fallback hides the API's errors.",
  why: "Custom error responses hold for the whole distribution: with 403 or 404 turned into 200 and a page, an API's own errors reach its callers as HTML with status 200.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const fallback = (distribution.config.CustomErrorResponses ?? []).findIndex((item) => {
        const response = known(item)
        const code = known(response?.ErrorCode)
        return (
          (code === 403 || code === 404) &&
          known(response?.ResponseCode) === '200' &&
          !!response?.ResponsePagePath
        )
      })
      if (fallback < 0) continue
      const api = orderedBehaviorsOf(distribution).find(({ behavior }) => {
        const target = known(behavior.TargetOriginId)
        const origin = originsOf(distribution).find(
          ({ value }) => target !== undefined && known(value.Id) === target,
        )?.value
        const kind = origin && originKindOf(document, origin)
        return kind !== undefined && !kind.isBucket && kind.id !== 's3-website'
      })
      if (!api) continue
      yield {
        path: [...distribution.path, 'CustomErrorResponses', fallback],
        message: `Errors of “${nameOf(api.behavior.PathPattern)}” reach its callers as 200 with the fallback page, since custom error responses hold for the whole distribution; rewrite paths in a CloudFront function instead.`,
      }
    }
  },
})
