import { resourcesOf } from '#core/model/distribution.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentStickiness = defineRule({
  id: 'continuous-deployment/stickiness',
  severity: 'error',
  sees: 'shared',
  summary: 'Session stickiness is out of range.',
  why: 'IdleTTL and MaximumTTL outside of this range, or an IdleTTL above MaximumTTL, are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_SessionStickinessConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const weight = known(known(config.TrafficConfig)?.SingleWeightConfig)
      const session = known(weight?.SessionStickinessConfig)
      const field = [...path, 'TrafficConfig', 'SingleWeightConfig', 'SessionStickinessConfig']
      const [least, most] = [
        quotaNumber('session-stickiness-ttl-min'),
        quotaNumber('session-stickiness-ttl-max'),
      ]
      const [idle, whole] = [known(session?.IdleTTL), known(session?.MaximumTTL)]
      const ttls = [
        ['IdleTTL', idle],
        ['MaximumTTL', whole],
      ] as const
      for (const [name, ttl] of ttls) {
        if (typeof ttl !== 'number' || (ttl >= least && ttl <= most)) continue
        const nearest = Math.min(Math.max(ttl, least), most)
        yield {
          path: [...field, name],
          message: `${name} of “${id}” is ${ttl} s and CloudFront takes ${least} to ${most}; use ${nearest}.`,
          fix: setAt([...field, name], nearest, `Use ${nearest}`),
        }
      }
      if (typeof idle === 'number' && typeof whole === 'number' && idle > whole)
        yield {
          path: [...field, 'IdleTTL'],
          message: `Sessions of “${id}” may be idle for ${idle} s and last ${whole} s at most, which CloudFront refuses; make IdleTTL the smaller one.`,
          fix: combine('Exchange the two', [
            setAt([...field, 'IdleTTL'], whole),
            setAt([...field, 'MaximumTTL'], idle),
          ]),
        }
    }
  },
})
