import { tableOf } from '#core/ground/names.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originShieldRegionUnsupported = defineRule({
  id: 'origin/shield-region-unsupported',
  severity: 'error',
  sees: 'origin',
  summary: 'Origin Shield is set to a Region that does not have it.',
  why: 'Origin Shield exists in some regions only; another one is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const regions =
      'us-east-1 us-east-2 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-2 me-central-1 sa-east-1'.split(
        ' ',
      )
    const nearest: Readonly<Record<string, string>> = tableOf({
      'us-west-1': 'us-west-2',
      'af-south-1': 'eu-west-1',
      'ap-east-1': 'ap-southeast-1',
      'ca-central-1': 'us-east-1',
      'eu-south-1': 'eu-central-1',
      'eu-west-3': 'eu-west-2',
      'eu-north-1': 'eu-west-2',
      'me-south-1': 'me-central-1',
    })
    for (const { value: origin, path } of eachOrigin(document)) {
      const shield = known(origin.OriginShield)
      const region = known(shield?.OriginShieldRegion)
      if (
        known(shield?.Enabled) !== true ||
        region === undefined ||
        region === '' ||
        regions.includes(region)
      )
        continue
      const near = nearest[region] ?? closestTo(region, regions)
      const field = [...path, 'OriginShield', 'OriginShieldRegion']
      yield {
        path: field,
        message: `There is no Origin Shield in “${region}”, so CloudFront refuses it; use ${near ? `“${near}”` : 'a region that has it'}.`,
        ...(near && { fix: setAt(field, near, `Use ${near}`) }),
      }
    }
  },
})
