import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkAnycastName = defineRule({
  id: 'network/anycast-name',
  severity: 'error',
  sees: 'shared',
  summary: 'An Anycast static IP list has no valid name.',
  why: 'CloudFront takes 1 to 64 characters of A-Z, a-z, 0-9, - and _ as the name and refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateAnycastIpList.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'AnycastIpList')) {
      const name = known(config.Name)
      if (name === undefined || /^[a-zA-Z0-9_-]{1,64}$/.test(name)) continue
      const better = (name.replace(/[^a-zA-Z0-9_-]+/g, '-') || id).slice(0, 64)
      const field = [...path, 'Name']
      yield {
        path: field,
        message: `“${name}” is not a name that CloudFront takes for a list of static IP addresses; use up to 64 letters, digits, “-” and “_”, as in “${better}”.`,
        fix: setAt(field, better, `Use “${better}”`),
      }
    }
  },
})
