import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, isSaid } from '#core/model/field.ts'
import { plansSource } from '#core/model/pricing-plans.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { namedIn } from '#core/rules/lookup/foreign.ts'
import { subscriptionsIn, subscriptionsOf } from '#core/rules/lookup/subscriptions.ts'

/** Whether a resource is, or may turn out to be, a web ACL. */
const mayBeAcl = (resource: unknown, acls: ReadonlySet<string>): boolean =>
  typeof resource === 'string'
    ? resource.includes(':wafv2:')
    : isExpression(resource) &&
      (namedIn(resource).length === 0 || namedIn(resource).some((id) => acls.has(id)))

export const pricingPlanNeedsWebAcl = defineRule({
  id: 'pricing-plan/needs-web-acl',
  severity: 'error',
  sees: 'all',
  summary: 'A flat-rate plan has no web ACL.',
  why: 'A subscription of the CloudFront family covers exactly one distribution and one web ACL, and the distribution must use that web ACL for as long as it has the plan.',
  docs: `${plansSource}#pricing-plan-unsupported-features`,
  code: null,

  *check({ document }) {
    const acls = new Set(
      Object.entries(document.resources)
        .filter(([, { type }]) => type === 'AWS::WAFv2::WebACL')
        .map(([id]) => id),
    )
    for (const { id, path, resources } of subscriptionsIn(document))
      if (resources && !resources.some((resource) => mayBeAcl(resource, acls)))
        yield {
          path: [...path, 'ResourceArns'],
          message: `“${id}” names no web ACL; add the ARN of the one that its distribution uses.`,
        }
    for (const distribution of distributionsIn(document))
      for (const { id } of subscriptionsOf(document, distribution))
        if (!isSaid(distribution.config.WebACLId))
          yield {
            path: [...distribution.path, 'WebACLId'],
            message: `“${distribution.id}” has no web ACL, which the plan of “${id}” needs; attach the one that the subscription names.`,
          }
  },
})
