import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSecretHeader } from '#core/rules/lookup/secrets.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderSecret = defineRule({
  id: 'origin/custom-header-secret',
  covers: ['security/export-secret'],
  severity: 'info',
  sees: 'origin',
  profiles: ['security'],
  summary: 'A secret header value is written in the design.',
  why: 'Whoever reads the template reads the secret; a dynamic reference keeps it in Secrets Manager.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [index, header] of (origin.CustomHeaders ?? []).entries()) {
        const name = known(known(header)?.HeaderName)
        const value = known(known(header)?.HeaderValue)
        if (!isSecretHeader(name, value)) continue
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderValue'],
          message: `The value of “${name}” looks like a secret and everyone who reads the template reads it; use a dynamic reference such as “{{resolve:secretsmanager:…}}”.`,
        }
      }
    }
  },
})
