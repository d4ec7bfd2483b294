import { setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessSignersEnabledMismatch = defineRule({
  id: 'access/signers-enabled-mismatch',
  severity: 'error',
  sees: 'behavior',
  summary: 'The list of trusted keys and its Enabled flag contradict each other.',
  why: 'Enabled without keys, or keys without Enabled, is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustedKeyGroups.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      for (const field of ['TrustedKeyGroups', 'TrustedSigners'] as const) {
        const trusted = known(behavior[field])
        const enabled = known(trusted?.Enabled)
        const items = trusted?.Items ?? []
        if (enabled === undefined || items.some(isUnknown) || enabled === items.length > 0) continue
        yield {
          path: [...path, field, 'Enabled'],
          message: `${field} of ${behaviorName(placed)} is ${enabled ? 'enabled and empty' : 'disabled and has items'}, which CloudFront refuses; set Enabled to ${!enabled}.`,
          fix: setAt([...path, field, 'Enabled'], !enabled, `Set Enabled to ${!enabled}`),
        }
      }
    }
  },
})
