import { setAt } from '#core/model/edit.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import {
  forwardedNames,
  holds,
  isOpen,
  keyedNames,
  unkeyedNames,
} from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

export const behaviorAuthorizationCachedUnkeyed = defineRule({
  id: 'behavior/authorization-cached-unkeyed',
  covers: [
    'behavior/cookie-cached-unkeyed',
    'behavior/query-forwarded-unkeyed',
    'behavior/header-forwarded-unkeyed',
  ],
  severity: 'warning',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'Answers to Authorization are cached and shared between viewers.',
  why: 'The origin answers for one caller, and CloudFront serves that answer to all unless the header is in the key or the response is private.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,
  shows: {
    request: { url: '/', headers: { authorization: 'Bearer x' } },
    outcome: {
      cacheKey: { headers: { authorization: { $absent: true } } },
      originRequests: [{ headers: { authorization: 'Bearer x' } }],
    },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || ttls.max === 0) continue
      const keyed = keyedNames(document, behavior, 'headers')
      const forwarded = forwardedNames(document, behavior, 'headers')
      if (
        !keyed ||
        !forwarded ||
        !isOpen(forwarded) ||
        !holds(forwarded, 'authorization') ||
        holds(keyed, 'authorization')
      )
        continue
      const others = (['cookies', 'query strings'] as const)
        .filter((noun) => unkeyedNames(document, behavior, noun).length > 0)
        .map((noun) => ` and ${noun}`)
        .join('')
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `${behaviorName(placed)} sends Authorization${others} to the origin and caches without ${others === '' ? 'it' : 'them'} in the key, so one user’s answer can reach another; use CachingDisabled or key ${others === '' ? 'it' : 'them'}.`,
        suggestions: [setAt([...path, 'CachePolicyId'], cachingDisabled, 'Use CachingDisabled')],
      }
    }
  },
})
