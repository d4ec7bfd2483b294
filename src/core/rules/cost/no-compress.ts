import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { type Field, known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** File types that are compressed by nature, or that CloudFront does not compress. */
const incompressible = /\.(avif|gif|gz|ico|jpe?g|m4s|mp[34]|pdf|png|ts|web[mp]|woff2?|zip|br|zst)$/i

/** A policy that allows no encoding keeps CloudFront from compressing, whatever the behavior says. */
function forbidsEncoding(document: DesignDocument, policyId: Field<string> | undefined): boolean {
  const policy = policyBehind(document, 'CachePolicy', policyId)
  if (!policy) return false
  const parameters = known(policy.ParametersInCacheKeyAndForwardedToOrigin)
  return (
    known(parameters?.EnableAcceptEncodingGzip ?? false) === false &&
    known(parameters?.EnableAcceptEncodingBrotli ?? false) === false
  )
}

export const costNoCompress = defineRule({
  id: 'cost/no-compress',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'cost'],
  summary: 'Text is not compressed.',
  why: 'Without Compress viewers get more bytes, which take longer and cost more.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,

  together: (behaviors) => `${behaviors} compress nothing; turn Compress on where text is served.`,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.Compress !== undefined && known(behavior.Compress) !== false) continue
      if (incompressible.test(String(known(behavior.PathPattern) ?? ''))) continue
      if (forbidsEncoding(document, behavior.CachePolicyId)) continue
      yield {
        path: [...path, 'Compress'],
        message: `Nothing is compressed in ${behaviorName(placed)}; enable it where text is served.`,
        suggestions: [setAt([...path, 'Compress'], true, 'Compress')],
      }
    }
  },
})
