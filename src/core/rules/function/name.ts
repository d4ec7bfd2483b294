import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionName = defineRule({
  id: 'function/name',
  severity: 'error',
  sees: 'shared',
  summary: 'A function has no valid name.',
  why: 'The name is the identity of a CloudFront function; another form is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const name = known(config.Name)
      if (name === undefined || /^[a-zA-Z0-9-_]{1,64}$/.test(name)) continue
      const field = [...path, 'Name']
      const slug = name.replace(/[^a-zA-Z0-9-_]+/g, '-').slice(0, 64) || 'function'
      yield {
        path: field,
        message: `“${name}” of “${id}” is not a name that CloudFront takes for a function; use up to 64 letters, digits, - and _.`,
        fix: setAt(field, slug, `Use “${slug}”`),
      }
    }
  },
})
