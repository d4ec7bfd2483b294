import { setAt } from '#core/model/edit.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hostForwarding } from '#core/rules/lookup/forwarding.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'
export const behaviorHostToLambdaUrl = defineRule({
  id: 'behavior/host-to-lambda-url',
  severity: 'error',
  sees: 'behavior',
  summary: "A Lambda function URL gets the viewer's Host header.",
  why: 'A function URL answers only to its own host name: any other Host gives 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
  code: null,
  shows: {
    request: { url: '/' },
    outcome: { originRequests: [{ headers: { host: { $match: 'cloudfront.net$' } } }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const kinds = originsBehind(placed).map(({ value }) => originKindOf(document, value))
      if (!kinds.some((kind) => kind?.id === 'lambda-url')) continue
      for (const { field, keyed } of hostForwarding(document, placed.behavior)) {
        yield {
          path: [...placed.path, field],

          message: `${behaviorName(placed)} sends the viewer's Host to the function URL, which answers 403 for a name that is not its own; use AllViewerExceptHostHeader${keyed ? ' and take Host out of the cache key' : ''}.`,
          ...(field === 'OriginRequestPolicyId' && {
            suggestions: [
              setAt(
                [...placed.path, field],
                'b689b0a8-53d0-40ab-baf2-68738e2966ac',
                'Use AllViewerExceptHostHeader',
              ),
            ],
          }),
        }
      }
    }
  },
})
