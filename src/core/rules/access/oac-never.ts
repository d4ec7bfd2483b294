import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacNever = defineRule({
  id: 'access/oac-never',
  severity: 'warning',
  sees: 'shared',
  profiles: ['security'],
  summary: 'An origin access control never signs.',
  why: 'With never CloudFront asks every origin that uses it unsigned.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: null,
  shows: {
    request: { url: '/index.html' },
    outcome: { originRequests: [{ headers: { authorization: { $absent: true } } }] },
  },

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl')) {
      if (known(config.SigningBehavior) !== 'never') continue
      yield {
        path: [...path, 'SigningBehavior'],
        message: `“${id}” never signs, so its origins must be public; use “always”.`,
        suggestions: [setAt([...path, 'SigningBehavior'], 'always', 'Use always')],
      }
    }
  },
})
