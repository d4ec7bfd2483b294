import { resourcesOf } from '#core/model/distribution.ts'
import { knownItems } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const originRequestPolicyNamesTotal = defineQuotaRule({
  id: 'origin-request-policy/names-total',
  name: 'total-name-length-per-origin-request-policy',
  scope: 'design',
  sees: 'shared',
  summary: 'The names in an origin request policy are too long together.',
  counted: 'characters of names',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const parameters = config
      if (!parameters) continue
      const names = policyLists(parameters, path).flatMap(({ names: list }) => knownItems(list))
      yield { owner: `“${id}”`, used: names.reduce((sum, name) => sum + name.length, 0), path }
    }
  },
})
