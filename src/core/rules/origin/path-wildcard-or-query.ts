import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originPathWildcardOrQuery = defineRule({
  id: 'origin/path-wildcard-or-query',
  severity: 'warning',
  sees: 'origin',
  summary: 'An origin path has a wildcard or a query string.',
  why: 'OriginPath is put before each request path as it stands: wildcards, queries and spaces in it are sent literally.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const text = known(origin.OriginPath)
      // A path with parameters of tenants may have a query string: AWS's own example does.
      if (text === undefined || text.includes('{{') || !/[^!-~]|[*?#]/.test(text)) continue
      yield {
        path: [...path, 'OriginPath'],
        message: `The origin path “${text}” is sent as it stands, wildcards and queries too; use a plain path and percent-encode the rest.`,
      }
    }
  },
})
