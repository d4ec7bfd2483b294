import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'
import { getsPersonalManifests } from './mediatailor-cached.ts'

export const mediaMediatailorRequest = defineRule({
  id: 'media/mediatailor-request',
  severity: 'warning',
  sees: 'behavior',
  summary: 'MediaTailor does not get the query strings of the player.',
  why: 'Players give MediaTailor the session, and what it may know to choose ads, by query strings. CloudFront drops them unless the cache key or an origin request policy has them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
  code: null,
  shows: {
    request: { url: '/v1/master/abc/ads/index.m3u8?ads.age=30' },
    outcome: { originRequests: [{ query: '' }] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!getsPersonalManifests(document, placed)) continue
      const { behavior, path } = placed
      const sets = [keyedNames, forwardedNames].map((of) => of(document, behavior, 'query strings'))
      if (sets.some((set) => set?.how !== 'none')) continue
      const field = [...path, 'OriginRequestPolicyId']
      yield {
        path: field,
        message: `${behaviorName(placed)} leads to MediaTailor and drops every query string, so sessions and ad parameters are lost; use Elemental-MediaTailor-PersonalizedManifests.`,
        suggestions: [
          setAt(
            field,
            '775133bc-15f2-49f9-abea-afb2e0bf67d2',
            'Use Elemental-MediaTailor-PersonalizedManifests',
          ),
        ],
      }
    }
  },
})
