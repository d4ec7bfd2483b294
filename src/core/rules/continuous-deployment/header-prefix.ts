import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentHeaderPrefix = defineRule({
  id: 'continuous-deployment/header-prefix',
  severity: 'error',
  sees: 'shared',
  summary: 'The header that selects the staging distribution is not valid.',
  why: 'CloudFront takes header names with this prefix only, of up to 256 characters, and values of up to 1,783.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContinuousDeploymentSingleHeaderConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const chosen = known(known(config.TrafficConfig)?.SingleHeaderConfig)
      const header = known(chosen?.Header)
      const value = known(chosen?.Value)
      const field = [...path, 'TrafficConfig', 'SingleHeaderConfig']
      if (header !== undefined && !header.toLowerCase().startsWith('aws-cf-cd-'))
        yield {
          path: [...field, 'Header'],
          message: `The header “${header}” of “${id}” does not begin with “aws-cf-cd-”, so CloudFront refuses it; add the prefix.`,
          fix: setAt([...field, 'Header'], `aws-cf-cd-${header}`, 'Add the prefix'),
        }
      else if (header?.toLowerCase() === 'aws-cf-cd-')
        yield {
          path: [...field, 'Header'],
          message: `The header of “${id}” is the prefix “${header}” alone; add a name of your own after it.`,
        }
      else if (header !== undefined && header.length > quotaNumber('custom-header-name-length'))
        yield {
          path: [...field, 'Header'],
          message: `The header of “${id}” has ${header.length} characters and CloudFront takes ${quotaNumber('custom-header-name-length')}; shorten it.`,
        }
      if (value !== undefined && value.length > quotaNumber('custom-header-value-length'))
        yield {
          path: [...field, 'Value'],
          message: `The header value of “${id}” has ${value.length} characters and CloudFront takes ${quotaNumber('custom-header-value-length')}; shorten it.`,
        }
    }
  },
})
