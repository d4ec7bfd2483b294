import { resourcesOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsCredentialsWildcard = defineRule({
  id: 'response-headers-policy/cors-credentials-wildcard',
  severity: 'error',
  sees: 'shared',
  summary: 'CORS allows credentials together with “*”.',
  why: 'Browsers refuse wildcards for requests with credentials, and CloudFront refuses a policy that allows any header for them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']

      if (known(cors.AccessControlAllowCredentials) !== true) continue
      const lists = [
        ['AccessControlAllowHeaders', 'error'],
        ['AccessControlAllowOrigins', 'warning'],
        ['AccessControlExposeHeaders', 'warning'],
      ] as const
      for (const [field, severity] of lists) {
        const names = knownItems<unknown>(cors[field])
        const isWild = (name: unknown) =>
          name === '*' || (severity === 'error' && typeof name === 'string' && name.includes('*'))
        if (!names.some(isWild)) continue
        yield {
          path: [...at, field],
          severity,
          message: `“${id}” allows credentials with “*” in ${field}, which ${severity === 'error' ? 'CloudFront refuses' : 'browsers do not accept'}; list what is needed.`,
        }
      }
    }
  },
})
