import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorServing } from '#core/rules/lookup/routing.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const accessSignedErrorPage = defineRule({
  id: 'access/signed-error-page',
  covers: ['errors/page-unroutable'],
  severity: 'warning',
  summary: 'An error page needs a signature that viewers do not have.',
  why: "CloudFront fetches an error page by its path. Where the behavior of that path wants signed requests, the viewer gets CloudFront's own error in place of the page, above all for the 403 of a missing signature.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const page = known(known(item)?.ResponsePagePath)
        const placed = page ? behaviorServing(distribution, page) : undefined
        if (!placed || !isSigned(placed.behavior)) continue
        yield {
          path: [...distribution.path, 'CustomErrorResponses', index, 'ResponsePagePath'],
          message: `The error page “${page}” is served by ${behaviorName(placed)}, which wants signed requests; add a behavior for it that does not.`,
        }
      }
  },
})
