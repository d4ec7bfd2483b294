import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { withoutHeader } from '#core/rules/lookup/without-listed.ts'

export const originRequestPolicyCookieHeaderListed = defineRule({
  id: 'origin-request-policy/cookie-header-listed',
  severity: 'warning',
  sees: 'shared',
  summary: 'The origin request policy lists a header that CloudFront handles itself.',
  why: 'CloudFront sets these headers itself, and Cookie belongs into CookiesConfig; a policy that lists them may be refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const headers = known(config.HeadersConfig)
      if (known(headers?.HeaderBehavior) !== 'whitelist') continue
      for (const [index, item] of (headers?.Headers ?? []).entries()) {
        const name = known(item)
        if (
          name === undefined ||
          !/^(cookie|connection|content-length|transfer-encoding|te|trailer|proxy-.*|x-edge-.*|x-amz-cf-.*|x-amz-content-sha256)$/i.test(
            name,
          )
        )
          continue
        const selection = [...path, 'HeadersConfig']
        const isHash = name.toLowerCase() === 'x-amz-content-sha256'
        yield {
          path: [...selection, 'Headers', index],
          ...(isHash && { severity: 'error' as const }),
          message: isHash
            ? `“${name}” in “${id}” is refused: CloudFront answers InvalidArgument, and passes it on by itself; remove it.`
            : `“${name}” in “${id}” is set by CloudFront itself, so listing it does nothing or is refused; remove it.`,
          fix: withoutHeader(selection, headers ?? {}, index, `Remove “${name}”`),
        }
      }
    }
  },
})
