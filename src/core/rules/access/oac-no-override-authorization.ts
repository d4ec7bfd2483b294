import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { namedIn } from '#core/rules/lookup/foreign.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

export const accessOacNoOverrideAuthorization = defineRule({
  id: 'access/oac-no-override-authorization',
  severity: 'warning',
  sees: 'all',
  summary: 'Authorization headers reach the origin but are not in the cache key.',
  why: 'With no-override CloudFront leaves requests unsigned that carry an Authorization header of the viewer, and with always-amz-auth it passes the header along. Unless the cache policy has the header, CloudFront drops it before that.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: null,

  *check({ document }) {
    for (const control of resourcesOf(document, 'OriginAccessControl')) {
      const signing: string | undefined = known(control.config.SigningBehavior)
      if (signing !== 'no-override' && signing !== 'always-amz-auth') continue
      for (const placed of eachBehavior(document)) {
        const { behavior, path } = placed
        const isUsed = originsBehind(placed).some(({ value }) =>
          namedIn(value.OriginAccessControlId).includes(control.id),
        )
        if (!isUsed || reachesOrigin(document, behavior, 'Authorization') !== false) continue
        yield {
          path: [...path, behavior.CachePolicyId === undefined ? 'ForwardedValues' : 'CachePolicyId'],
          message: `“${control.id}” means to pass the viewer’s Authorization header and ${behaviorName(placed)} drops it; add “Authorization” to its cache policy, or let “${control.id}” sign “always”.`,
          suggestions: [
            setAt([...control.path, 'SigningBehavior'], 'always', `Let “${control.id}” sign always`),
          ],
        }
      }
    }
  },
})
