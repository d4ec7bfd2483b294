import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorEncodingWithoutCompress = defineRule({
  id: 'behavior/encoding-without-compress',
  covers: ['cost/no-compress'],
  severity: 'info',
  sees: 'behavior',
  profiles: ['cost'],
  summary: 'The cache key has an encoding, but compression is off.',
  why: 'With both encodings in the key and Compress off, only the origin’s own compression is cached by encoding.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const policy = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
      const parameters = known(policy?.ParametersInCacheKeyAndForwardedToOrigin)
      const isKeyed =
        known(parameters?.EnableAcceptEncodingGzip) === true ||
        known(parameters?.EnableAcceptEncodingBrotli) === true
      if (!isKeyed || known(behavior.Compress ?? false) !== false) continue
      const field = [...path, 'Compress']
      yield {
        path: field,
        message: `The cache key of ${behaviorName(placed)} has the encoding, and Compress is off, so the origin has to compress; switch it on if it does not.`,
        suggestions: [setAt(field, true, 'Switch compression on')],
      }
    }
  },
})
