import { combine, removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyInMultitenant = defineRule({
  id: 'behavior/legacy-in-multitenant',
  covers: ['tenant/unsupported-field'],
  severity: 'error',
  summary: 'A multi-tenant distribution uses ForwardedValues.',
  why: 'Distributions for tenants take cache policies only; ForwardedValues and TTLs of a behavior are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { behavior, path, index, distribution } of eachBehavior(document)) {
      if (known(distribution.config.ConnectionMode) !== 'tenant-only') continue
      const present = (['ForwardedValues', 'MinTTL', 'DefaultTTL', 'MaxTTL'] as const).filter(
        (name) => behavior[name] !== undefined,
      )
      const [first] = present
      if (first === undefined) continue
      yield {
        path: [...path, first],
        message: `${behaviorName({ behavior, path, index })} has ${present.join(', ')}, which CloudFront refuses in a distribution for tenants; use a cache policy.`,
        suggestions: [
          combine(
            'Remove the legacy settings',
            present.map((name) => removeAt([...path, name])),
          ),
        ],
      }
    }
  },
})
