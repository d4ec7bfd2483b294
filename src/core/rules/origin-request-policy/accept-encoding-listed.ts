import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { withoutHeader } from '#core/rules/lookup/without-listed.ts'

export const originRequestPolicyAcceptEncodingListed = defineRule({
  id: 'origin-request-policy/accept-encoding-listed',
  severity: 'error',
  sees: 'shared',
  summary: 'The origin request policy lists Accept-Encoding.',
  why: 'The encoding flags of the cache policy normalize and forward the header; listing it does nothing beside them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const headers = known(config.HeadersConfig)
      if (known(headers?.HeaderBehavior) !== 'whitelist') continue
      for (const [index, item] of (headers?.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || !/^accept-encoding$/i.test(name)) continue
        const selection = [...path, 'HeadersConfig']
        yield {
          path: [...selection, 'Headers', index],
          message: `“${name}” in “${id}” is CloudFront's own business, so listing it does nothing or is refused; remove it.`,
          fix: withoutHeader(selection, headers ?? {}, index, `Remove “${name}”`),
        }
      }
    }
  },
})
