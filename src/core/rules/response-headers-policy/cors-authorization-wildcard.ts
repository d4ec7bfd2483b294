import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi, takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const responseHeadersPolicyCorsAuthorizationWildcard = defineRule({
  id: 'response-headers-policy/cors-authorization-wildcard',
  severity: 'warning',
  sees: 'all',
  summary: 'CORS allows every header but Authorization, which the API takes.',
  why: 'A * in Access-Control-Allow-Headers does not stand for Authorization: browsers refuse the request unless the header is named.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    const policies = resourcesOf(document, 'ResponseHeadersPolicy')
    for (const placed of eachBehavior(document)) {
      const { behavior } = placed
      const reference: unknown = behavior.ResponseHeadersPolicyId
      const policy = isRef(reference) ? policies.find(({ id }) => id === reference.ref) : undefined
      const headers = known(policy?.config.CorsConfig)?.AccessControlAllowHeaders
      if (!policy || !isWhollyKnown(headers)) continue
      const names = knownItems(headers).map((name) => name.toLowerCase())
      if (!names.includes('*') || names.includes('authorization')) continue
      if (reachesOrigin(document, behavior, 'Authorization') !== true) continue
      if (!isApi(document, placed) && !takesWrites(behavior)) continue
      const field = [...policy.path, 'CorsConfig', 'AccessControlAllowHeaders']
      yield {
        path: field,
        message: `${behaviorName(placed)} takes Authorization, which the * of “${policy.id}” does not stand for, so browsers refuse such requests; name Authorization and the other headers.`,
        suggestions: [
          setAt(field, ['Authorization', 'Content-Type'], 'Allow Authorization and Content-Type'),
        ],
      }
    }
  },
})
