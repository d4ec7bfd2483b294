import { tableOf } from '#core/ground/names.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi, takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const withPreflight: Readonly<Record<string, string>> = tableOf({
  '5cc3b908-e619-4b99-88e5-2cf7f45965bd': 'CORS-With-Preflight',
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63': 'CORS-with-preflight-and-SecurityHeadersPolicy',
})

export const responseHeadersPolicyPreflightNeedsHeaders = defineRule({
  id: 'response-headers-policy/preflight-needs-headers',
  severity: 'warning',
  sees: 'behavior',
  summary: "CORS does not name the headers that an API's clients send.",
  why: 'The managed policies with preflight allow methods and send no Access-Control-Allow-Headers. Browsers then refuse requests with JSON bodies or an Authorization header, and with credentials they refuse the origin * as well.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const name = withPreflight[known(behavior.ResponseHeadersPolicyId) ?? '']
      if (name === undefined) continue
      const isCalled = isApi(document, placed) || takesWrites(behavior)
      if (!isCalled && reachesOrigin(document, behavior, 'Authorization') !== true) continue
      yield {
        path: [...path, 'ResponseHeadersPolicyId'],
        message: `${behaviorName(placed)} has the managed “${name}”, which allows no request headers, so browsers refuse JSON and Authorization; use a policy of your own with Access-Control-Allow-Headers.`,
      }
    }
  },
})
