import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

const quotas = {
  headers: 'headers-per-origin-request-policy',
  cookies: 'cookies-per-origin-request-policy',
  'query strings': 'query-strings-per-origin-request-policy',
} as const

export const originRequestPolicyCounts = defineRule({
  id: 'origin-request-policy/counts',
  covers: [
    'quota/headers-per-origin-request-policy',
    'quota/cookies-per-origin-request-policy',
    'quota/query-strings-per-origin-request-policy',
  ],
  severity: 'error',
  sees: 'shared',
  summary: 'An origin request policy names too many headers, cookies or query strings.',
  why: '10 is the quota for headers, for cookies and for query strings.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyHeadersInOriginRequestPolicy',

  *check({ document, account }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      for (const list of policyLists(config, path)) {
        const most = quotaIn(account, quotas[list.noun])
        if (list.names.length <= most) continue
        yield {
          path: [...list.path, list.namesField],
          message: `“${id}” names ${list.names.length} ${list.noun} and the quota is ${most}, so CloudFront refuses it; name fewer.`,
        }
      }
    }
  },
})
