import { behaviorsOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

function* targets(distribution: PlacedDistribution) {
  for (const placed of behaviorsOf(distribution))
    yield { value: placed.behavior.FieldLevelEncryptionId, path: [...placed.path, 'FieldLevelEncryptionId'] }
}

export const quotaDistributionsPerFleConfig = defineQuotaRule({
  name: 'distributions-per-fle-config',
  scope: 'account',
  sees: 'all',
  summary: 'A field-level encryption configuration is used by more than 20 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToFieldLevelEncryptionConfig',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
