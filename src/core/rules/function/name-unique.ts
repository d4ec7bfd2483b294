import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const functionNameUnique = defineRule({
  id: 'function/name-unique',
  severity: 'error',
  summary: 'Two CloudFront functions have the same name.',
  why: 'The name is the identity of a function in its account; a second one of the same name is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html',
  code: 'FunctionAlreadyExists',

  *check({ document }) {
    const functions = resourcesOf(document, 'Function')
    const names = functions.map(({ config }) => known(config.Name))
    for (const [{ id, config, path }] of repeats(functions, (one) => known(one.config.Name))) {
      const name = known(config.Name) ?? ''
      const other = `${name.slice(0, 63 - id.length)}-${id}`.replace(/[^a-zA-Z0-9-_]/g, '-')
      yield {
        path: [...path, 'Name'],
        message: `“${name}” of “${id}” is the name of another function too, so CloudFront answers FunctionAlreadyExists; choose another.`,
        ...(!names.includes(other) && { fix: setAt([...path, 'Name'], other, `Use “${other}”`) }),
      }
    }
  },
})
