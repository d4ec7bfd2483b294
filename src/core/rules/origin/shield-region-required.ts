import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originShieldRegionRequired = defineRule({
  id: 'origin/shield-region-required',
  severity: 'error',
  sees: 'origin',
  summary: 'Origin Shield is on without a Region.',
  why: 'CloudFront has to know which regional cache shields the origin.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginShield.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const shield = known(origin.OriginShield)
      if (!shield || known(shield.Enabled) !== true) continue
      if (shield.OriginShieldRegion !== undefined && shield.OriginShieldRegion !== '') continue
      yield {
        path: [...path, 'OriginShield', 'OriginShieldRegion'],
        message: `Origin Shield of “${nameOf(origin.Id)}” has no region, so CloudFront refuses it; name the region nearest to the origin.`,
        suggestions: ['us-east-1', 'eu-west-1', 'ap-southeast-1'].map((region) =>
          setAt([...path, 'OriginShield', 'OriginShieldRegion'], region, `Use ${region}`),
        ),
      }
    }
  },
})
