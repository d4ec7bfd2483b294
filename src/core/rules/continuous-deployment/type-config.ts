import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentTypeConfig = defineRule({
  id: 'continuous-deployment/type-config',
  severity: 'error',
  sees: 'shared',
  summary: 'TrafficConfig does not fit its Type.',
  why: 'SingleWeight goes with SingleWeightConfig and SingleHeader with SingleHeaderConfig; both or the wrong one are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrafficConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const traffic = known(config.TrafficConfig)
      const type = known(traffic?.Type)
      if (!traffic || type === undefined) continue
      const field = [...path, 'TrafficConfig']
      if (type !== 'SingleWeight' && type !== 'SingleHeader') {
        yield {
          path: [...field, 'Type'],
          message: `“${type}” of “${id}” is not a way to choose traffic that CloudFront knows; use SingleWeight or SingleHeader.`,
          suggestions: [
            setAt([...field, 'Type'], 'SingleWeight', 'Choose by weight'),
            setAt([...field, 'Type'], 'SingleHeader', 'Choose by header'),
          ],
        }
        continue
      }
      const other = type === 'SingleWeight' ? 'SingleHeader' : 'SingleWeight'
      const [own, foreign] = [traffic[`${type}Config`], traffic[`${other}Config`]]
      if (own !== undefined && foreign !== undefined && !isUnknown(foreign))
        yield {
          path: [...field, `${other}Config`],
          message: `“${id}” has the type ${type} and ${other}Config as well, which CloudFront refuses; remove what the type does not use.`,
          fix: removeAt([...field, `${other}Config`], `Remove ${other}Config`),
        }
      if (own === undefined)
        yield {
          path: [...field, 'Type'],
          message: `“${id}” has the type ${type} without ${type}Config, which CloudFront refuses; add it or use the other type.`,
          ...(foreign !== undefined && { fix: setAt([...field, 'Type'], other, `Use ${other}`) }),
        }
    }
  },
})
