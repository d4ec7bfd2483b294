import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const loggingRealtimeSampling = defineRule({
  id: 'logging/realtime-sampling',
  severity: 'error',
  sees: 'shared',
  summary: 'The sampling rate is not a whole number from 1 to 100.',
  why: 'SamplingRate is the percentage of requests that are logged; CloudFront refuses 0, fractions and more than 100.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_RealtimeLogConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'RealtimeLogConfig')) {
      const rate: unknown = known(config.SamplingRate)
      if (typeof rate !== 'number' || (Number.isInteger(rate) && rate >= 1 && rate <= 100)) continue
      const better = Math.min(100, Math.max(1, Math.round(rate)))
      const field = [...path, 'SamplingRate']
      yield {
        path: field,
        message: `“${id}” has the sampling rate ${rate}, which CloudFront refuses; use a whole number from 1 to 100, such as ${better}.`,
        fix: setAt(field, better, `Use ${better}`),
      }
    }
  },
})
