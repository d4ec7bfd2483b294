import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originShieldRegionWhenDisabled = defineRule({
  id: 'origin/shield-region-when-disabled',
  severity: 'info',
  sees: 'origin',
  summary: 'Origin Shield is off but has a Region.',
  why: 'A region without Enabled does nothing and reads as if Origin Shield were on.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginShield.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const shield = known(origin.OriginShield)
      if (known(shield?.Enabled) !== false || shield?.OriginShieldRegion === undefined) continue
      const field = [...path, 'OriginShield', 'OriginShieldRegion']
      yield {
        path: field,
        message: `Origin Shield of “${nameOf(origin.Id)}” is off and its region does nothing; remove it.`,
        fix: removeAt(field, 'Remove the region'),
      }
    }
  },
})
