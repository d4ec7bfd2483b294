import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configDisabled = defineRule({
  id: 'config/disabled',
  severity: 'warning',
  summary: 'The distribution is disabled.',
  why: 'A disabled distribution answers no viewer: every request fails until Enabled is true and the change is deployed.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_216'],
  shows: { request: { url: '/' }, outcome: { status: 403 } },

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.Enabled) !== false) continue
      const field = [...path, 'Enabled']
      yield {
        path: field,
        message: `“${id}” is disabled, so CloudFront answers no request with it; set Enabled to true when it should serve.`,
        suggestions: [setAt(field, true, 'Enable the distribution')],
      }
    }
  },
})
