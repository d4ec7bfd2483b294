import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const watching = (more: JsonObject) =>
  distribution(
    {},
    {
      Alarm: {
        type: 'AWS::CloudWatch::Alarm',
        config: {
          Namespace: 'AWS/CloudFront',
          MetricName: '5xxErrorRate',
          Statistic: 'Average',
          Dimensions: [
            { Name: 'DistributionId', Value: { ref: 'Site' } },
            { Name: 'Region', Value: 'Global' },
          ],
          ...more,
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'as CloudFront publishes it': watching({}),
    'another service': watching({
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Dimensions: [],
    }),
  },
  invalid: {
    'no region': watching({ Dimensions: [{ Name: 'DistributionId', Value: { ref: 'Site' } }] }),
    'a region of AWS': watching({
      Dimensions: [
        { Name: 'DistributionId', Value: { ref: 'Site' } },
        { Name: 'Region', Value: 'eu-west-1' },
      ],
    }),
    'a sum of a rate': watching({ Statistic: 'Sum' }),
    'no distribution': watching({ Dimensions: [{ Name: 'Region', Value: 'Global' }] }),
  },
}
