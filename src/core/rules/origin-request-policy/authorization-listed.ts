import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originRequestPolicyAuthorizationListed = defineRule({
  id: 'origin-request-policy/authorization-listed',
  severity: 'error',
  sees: 'shared',
  summary: 'The origin request policy lists Authorization.',
  why: 'CloudFront refuses Authorization in the list: it reaches the origin through the cache key, allViewer or allExcept.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'OriginRequestPolicy')) {
      const headers = known(config.HeadersConfig)
      if (known(headers?.HeaderBehavior) !== 'whitelist') continue
      for (const [index, item] of (headers?.Headers ?? []).entries()) {
        if (known(item)?.toLowerCase() !== 'authorization') continue
        yield {
          path: [...path, 'HeadersConfig', 'Headers', index],
          message: `“${id}” lists Authorization, which CloudFront refuses; forward all viewer headers except Host, or key it in the cache policy.`,
          suggestions: [
            setAt(
              [...path, 'HeadersConfig'],
              { HeaderBehavior: 'allExcept', Headers: ['Host'] },
              'Forward all except Host',
            ),
          ],
        }
      }
    }
  },
})
