import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCachedNotAllowed = defineRule({
  id: 'behavior/cached-not-allowed',
  severity: 'error',
  sees: 'behavior',
  summary: 'A cached method is not among the allowed methods.',
  why: 'CachedMethods with OPTIONS needs OPTIONS among AllowedMethods.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachedMethods.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const methods = known(placed.behavior.AllowedMethods)
      if (!methods || !isWhollyKnown(methods.Items) || !isWhollyKnown(methods.CachedMethods)) continue
      const allowed = methods.Items === undefined ? ['GET', 'HEAD'] : knownItems(methods.Items)
      const missing = knownItems(methods.CachedMethods).filter(
        (method) => !(allowed as string[]).includes(method),
      )
      if (missing.length === 0) continue
      const field = [...placed.path, 'AllowedMethods', 'CachedMethods']
      yield {
        path: field,
        message: `${missing.join(', ')} is cached but not allowed in ${behaviorName(placed)}, so CloudFront refuses it; cache GET and HEAD only.`,
        fix: setAt(field, ['GET', 'HEAD'], 'Cache GET and HEAD'),
      }
    }
  },
})
