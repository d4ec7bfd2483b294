import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessSignersBoth = defineRule({
  id: 'access/signers-both',
  severity: 'warning',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'A behavior trusts both key groups and AWS accounts.',
  why: 'With both, a signature by either kind of key is accepted.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (
        (known(behavior.TrustedKeyGroups)?.Items ?? []).length === 0 ||
        (known(behavior.TrustedSigners)?.Items ?? []).length === 0
      )
        continue
      yield {
        path: [...path, 'TrustedSigners'],
        message: `Either kind of key opens ${behaviorName(placed)}; trust key groups only.`,
        suggestions: [removeAt([...path, 'TrustedSigners'], 'Trust key groups only')],
      }
    }
  },
})
