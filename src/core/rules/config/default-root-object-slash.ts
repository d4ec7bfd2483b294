import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configDefaultRootObjectSlash = defineRule({
  id: 'config/default-root-object-slash',
  severity: 'warning',
  summary: 'The default root object starts with a slash.',
  why: 'DefaultRootObject names an object below the origin path. With a leading slash CloudFront asks the origin for two slashes, and “/” alone leads back to itself; AWS says to write the name without one.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,
  mends: 'the object that was meant is asked for',
  shows: { request: { url: '/' }, outcome: { originRequests: [{ path: '//index.html' }] } },

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const object = known(config.DefaultRootObject)
      if (object === undefined || !object.startsWith('/')) continue
      const bare = object.replace(/^\/+/, '')
      const field = [...path, 'DefaultRootObject']
      yield {
        path: field,
        message: `The default root object “${object}” starts with a slash, so requests for “/” do not reach the object that is meant; ${bare === '' ? 'name an object such as “index.html”' : `write “${bare}”`}.`,
        fix: setAt(field, bare === '' ? undefined : bare, 'Remove the leading slash'),
      }
    }
  },
})
