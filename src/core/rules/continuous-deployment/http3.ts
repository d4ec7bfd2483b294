import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasPolicy } from '#core/rules/lookup/continuous-deployment-links.ts'

export const continuousDeploymentHttp3 = defineRule({
  id: 'continuous-deployment/http3',
  severity: 'error',
  summary: 'Continuous deployment is used with HTTP/3.',
  why: 'CloudFront refuses a continuous deployment policy and a staging distribution where HttpVersion has HTTP/3.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const version = known(config.HttpVersion)?.toLowerCase()
      const takesPart = hasPolicy(config) || known(config.Staging) === true
      if (!takesPart || (version !== 'http3' && version !== 'http2and3')) continue
      yield {
        path: [...path, 'HttpVersion'],
        message: `“${id}” takes part in a continuous deployment and speaks HTTP/3, which CloudFront refuses together; use “http2”.`,
        suggestions: [setAt([...path, 'HttpVersion'], 'http2', 'Use http2')],
      }
    }
  },
})
