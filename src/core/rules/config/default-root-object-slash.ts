import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configDefaultRootObjectSlash = defineRule({
  id: 'config/default-root-object-slash',
  severity: 'error',
  summary: 'The default root object is a name without a leading slash.',
  why: 'DefaultRootObject names an object below the origin path. With a leading slash CloudFront would look for two slashes, so the API refuses it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidDefaultRootObject',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const object = known(config.DefaultRootObject)
      if (object === undefined || !object.startsWith('/')) continue
      const field = [...path, 'DefaultRootObject']
      yield {
        path: field,
        message: `The default root object “${object}” starts with a slash, so CloudFront refuses it; write “${object.replace(/^\/+/, '')}”.`,
        fix: setAt(field, object.replace(/^\/+/, ''), 'Remove the leading slash'),
      }
    }
  },
})
