import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacName = defineRule({
  id: 'access/oac-name',
  covers: ['quota/oac-name-length'],
  severity: 'error',
  sees: 'shared',
  summary: 'An origin access control has no valid name.',
  why: 'A name has 1 to 64 characters; others are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl')) {
      const name = known(config.Name)
      if (isExpression(config.Name) || (name !== undefined && name !== '' && name.length <= 64)) continue
      const short = (name || id).slice(0, 64)
      yield {
        path: [...path, 'Name'],
        message: `The name of “${id}” must have 1 to 64 characters, else CloudFront refuses it.`,
        fix: setAt([...path, 'Name'], short, `Use “${short}”`),
      }
    }
  },
})
