import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorServing } from '#core/rules/lookup/routing.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const errorsPageUnroutable = defineRule({
  id: 'errors/page-unroutable',
  severity: 'warning',
  summary: 'The error page cannot be fetched.',
  why: 'CloudFront looks the page up like any other path: a behavior that wants signatures or leads to an API does not give it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const page = known(response.ResponsePagePath)
        const placed = page ? behaviorServing(distribution, page) : undefined
        if (!placed) continue
        const kinds = originsBehind({ distribution, behavior: placed.behavior }).map(
          ({ value }) => originKindOf(document, value)?.id,
        )
        const isApi =
          kinds.length > 0 && kinds.every((kind) => kind === 'api-gateway' || kind === 'lambda-url')
        const signed = isSigned(placed.behavior)
        if (!isApi && !signed) continue
        yield {
          path: [...path, 'ResponsePagePath'],
          message: `“${page}” is served by ${behaviorName(placed)}, which ${signed ? 'wants signed requests' : 'leads to an API'}; add a behavior for the page that leads to its origin unsigned.`,
        }
      }
  },
})
