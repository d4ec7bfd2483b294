import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyServerTimingRate = defineRule({
  id: 'response-headers-policy/server-timing-rate',
  severity: 'error',
  sees: 'shared',
  summary: 'The Server-Timing rate is not a percentage.',
  why: '0 to 100 with at most four decimals; others are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyServerTimingHeadersConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const timing = known(config.ServerTimingHeadersConfig)
      const rate = known(timing?.SamplingRate)
      if (typeof rate !== 'number' || (rate >= 0 && rate <= 100 && Number(rate.toFixed(4)) === rate)) continue
      const field = [...path, 'ServerTimingHeadersConfig', 'SamplingRate']
      const near = Number(Math.min(100, Math.max(0, rate)).toFixed(4))
      yield {
        path: field,
        message: `${rate} is not a sampling rate that CloudFront takes in “${id}”; use 0 to 100 with at most four decimals.`,
        fix: setAt(field, near, `Use ${near}`),
      }
    }
  },
})
