import { known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessSignedOptionsPreflight = defineRule({
  id: 'access/signed-options-preflight',
  severity: 'warning',
  sees: 'behavior',
  summary: 'Preflight requests need a signature that browsers do not send.',
  why: "Browsers send preflight requests without cookies. A behavior that wants signed cookies answers them with 403, so that the page's own request is never sent; signed URLs are not affected.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-cookies.html',
  code: null,
  shows: {
    request: {
      method: 'OPTIONS',
      url: '/',
      headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' },
    },
    outcome: { status: 403, detailedResultType: 'InvalidRequest' },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isSigned(behavior)) continue
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      const cors = known(policy?.CorsConfig)
      const methods = methodsOf(behavior)
      const takesOptions = methods?.includes('OPTIONS') ?? false
      const asksFirst =
        knownItems(cors?.AccessControlAllowHeaders).length > 0 ||
        knownItems(cors?.AccessControlAllowMethods).some(
          (method) => !['GET', 'HEAD', 'POST'].includes(method),
        )
      const isForOrigin = takesOptions && reachesOrigin(document, behavior, 'Origin') === true
      if (!(cors && (takesOptions || asksFirst)) && !isForOrigin) continue
      yield {
        path: [...path, cors ? 'ResponseHeadersPolicyId' : 'AllowedMethods'],
        message: `${behaviorName(placed)} is signed and serves other sites, whose browsers send preflight requests without cookies and get 403; use signed URLs for them, or serve pages and files from one domain.`,
      }
    }
  },
})
