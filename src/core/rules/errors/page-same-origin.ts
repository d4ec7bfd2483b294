import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorServing } from '#core/rules/lookup/routing.ts'

export const errorsPageSameOrigin = defineRule({
  id: 'errors/page-same-origin',
  severity: 'warning',
  summary: 'The page for a server error comes from the server that failed.',
  why: 'While an origin is down it cannot serve the page that says so. A bucket is not told of: it is the usual place for such a page.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)
        const page = known(response.ResponsePagePath)
        const placed = page ? behaviorServing(distribution, page) : undefined
        if (!placed) continue
        if (code === undefined || code < 500 || isBucketBehind(document, { ...placed, distribution }))
          continue
        const target = nameOf(placed.behavior.TargetOriginId)
        const others = behaviorsOf(distribution).filter(
          (one) => one.path !== placed.path && nameOf(one.behavior.TargetOriginId) === target,
        )
        if (
          target === '' ||
          (placed.index !== undefined &&
            others.every((one) => JSON.stringify(one.path) === JSON.stringify(placed.path)))
        )
          continue
        yield {
          path: [...path, 'ResponsePagePath'],
          message: `“${page}” comes from “${target}”, the origin that fails with ${code}, so viewers get no page; serve it from another origin.`,
        }
      }
  },
})
