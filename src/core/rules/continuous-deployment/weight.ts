import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentWeight = defineRule({
  id: 'continuous-deployment/weight',
  severity: 'error',
  sees: 'shared',
  summary: "The staging distribution's weight is out of range.",
  why: 'Weight is a share between 0 and 0.15; a percentage or more than that is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContinuousDeploymentSingleWeightConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const weight = known(known(known(config.TrafficConfig)?.SingleWeightConfig)?.Weight)
      const most = quotaNumber('single-weight-max')
      if (typeof weight !== 'number' || (weight >= 0 && weight <= most)) continue
      const field = [...path, 'TrafficConfig', 'SingleWeightConfig', 'Weight']
      const share = weight >= 1 && weight / 100 <= most ? weight / 100 : undefined
      yield {
        path: field,
        message: `The weight ${weight} of “${id}” is not between 0 and ${most}, so CloudFront refuses it; 0.05 is 5 % of the traffic.`,
        ...(share === undefined
          ? { suggestions: [setAt(field, most, `Use ${most}`)] }
          : { fix: setAt(field, share, `Use ${share}`) }),
      }
    }
  },
})
