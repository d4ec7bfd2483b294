import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessKeyGroupUnknown = defineRule({
  id: 'access/key-group-unknown',
  severity: 'error',
  summary: 'A trusted key group does not exist.',
  why: 'A reference to another kind of resource gives an id that CloudFront does not know as a key group.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustedKeyGroups.html',
  code: 'TrustedKeyGroupDoesNotExist',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      for (const [index, item] of (known(behavior.TrustedKeyGroups)?.Items ?? []).entries()) {
        const target = isRef(item) ? document.resources[item.ref] : undefined
        if (!isRef(item) || !target || target.type === 'KeyGroup') continue
        yield {
          path: [...path, 'TrustedKeyGroups', 'Items', index],
          message: `“${item.ref}” is not a key group, so CloudFront answers TrustedKeyGroupDoesNotExist in ${behaviorName(placed)}; choose one.`,
        }
      }
    }
  },
})
