import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isCachingDisabled, policyTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
export const cachePolicyDisabledWithCookies = defineRule({
  id: 'cache-policy/disabled-with-cookies',
  severity: 'error',
  sees: 'shared',
  summary: 'A policy that disables caching has cookies in its key.',
  why: 'With all TTLs 0 there is no cache key; CloudFront refuses the policy. An origin request policy forwards without caching.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      const ttls = policyTtls(config)
      if (!ttls || !isCachingDisabled(ttls)) continue
      const how = known(known(parameters?.CookiesConfig)?.CookieBehavior)
      if (how === undefined || how === 'none') continue
      const field = [...at, 'CookiesConfig']
      yield {
        path: [...field, 'CookieBehavior'],
        message: `“${id}” disables caching and keys cookies, which CloudFront refuses; set CookieBehavior to none and forward them by an origin request policy.`,
        fix: setAt(field, { CookieBehavior: 'none' }, 'Key no cookies'),
      }
    }
  },
})
