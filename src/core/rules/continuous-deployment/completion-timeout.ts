import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasPolicy } from '#core/rules/lookup/continuous-deployment-links.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const continuousDeploymentCompletionTimeout = defineRule({
  id: 'continuous-deployment/completion-timeout',
  severity: 'warning',
  summary: 'Continuous deployment is used with a response completion timeout.',
  why: 'AWS writes that the response completion timeout does not support continuous deployment.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,

  *check({ document }) {
    const taking = new Set(
      distributionsIn(document)
        .filter(({ config }) => hasPolicy(config) || known(config.Staging) === true)
        .map(({ id }) => id),
    )
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (!taking.has(distribution.id) || known(origin.ResponseCompletionTimeout) === undefined) continue
      yield {
        path: [...path, 'ResponseCompletionTimeout'],
        message: `The origin “${nameOf(origin.Id)}” has a response completion timeout and “${distribution.id}” takes part in a continuous deployment, which AWS does not support together; remove the timeout.`,
      }
    }
  },
})
