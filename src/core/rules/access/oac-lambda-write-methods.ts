import { setAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

export const accessOacLambdaWriteMethods = defineRule({
  id: 'access/oac-lambda-write-methods',
  severity: 'warning',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'Writes to a signed function URL fail unless clients send the hash of the body.',
  why: "CloudFront signs requests to Lambda without reading their bodies. Lambda takes a signed PUT or POST only if the client sends the body's SHA-256 in x-amz-content-sha256, and answers 403 otherwise.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  code: null,
  shows: {
    request: { method: 'POST', url: '/', body: 'x' },
    outcome: { status: 403, originRequests: [{ status: 403 }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!takesWrites(placed.behavior)) continue
      const origin = originsBehind(placed).find(
        ({ value }) => hasAccessControl(value) && originKindOf(document, value)?.id === 'lambda-url',
      )
      if (!origin) continue
      yield {
        path: [...placed.path, 'AllowedMethods'],
        message: `PUT and POST of ${behaviorName(placed)} reach the function URL of “${nameOf(origin.value.Id)}” signed, and Lambda answers 403 unless the client sends the body’s hash in “x-amz-content-sha256”; let clients send it, or add it in a Lambda@Edge function.`,
        suggestions: [
          setAt(
            [...placed.path, 'AllowedMethods', 'Items'],
            ['GET', 'HEAD', 'OPTIONS'],
            'Allow reading only',
          ),
        ],
      }
    }
  },
})
