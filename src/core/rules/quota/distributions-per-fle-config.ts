import { behaviorsOf } from '#core/model/distribution.ts'
import type { PlacedDistribution } from '#core/rules/walk.ts'
import { perTarget } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

function* targets({ config, path }: PlacedDistribution) {
  for (const placed of behaviorsOf({ config, path }))
    yield { value: placed.behavior.FieldLevelEncryptionId, path: [...placed.path, 'FieldLevelEncryptionId'] }
}

export const quotaDistributionsPerFleConfig = defineQuotaRule({
  name: 'distributions-per-fle-config',
  scope: 'account',
  summary: 'A field-level encryption configuration is used by at most 20 distributions.',
  counted: 'distributions that use it',
  code: 'TooManyDistributionsAssociatedToFieldLevelEncryptionConfig',

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
