import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configDefaultRootObjectLength = defineRule({
  id: 'config/default-root-object-length',
  severity: 'error',
  summary: 'The default root object has at most 255 characters.',
  why: 'CloudFront refuses a longer DefaultRootObject.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html',
  code: 'InvalidDefaultRootObject',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const name = known(config.DefaultRootObject)
      if (name === undefined || name.length <= 255) continue
      yield {
        path: [...path, 'DefaultRootObject'],
        message: `The default root object has ${name.length} characters and CloudFront takes 255; shorten it.`,
      }
    }
  },
})
