import { distributionsIn } from '#core/model/distribution.ts'
import { insertAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isMultiTenant, parametersOf, parameterUses } from '#core/rules/lookup/tenant-links.ts'

export const tenantParameterReference = defineRule({
  id: 'tenant/parameter-reference',
  severity: 'error',
  summary: 'An origin uses a parameter that is not defined.',
  why: 'A name between {{ and }} that TenantConfig does not define is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const parameters = parametersOf(distribution)
      if (!isMultiTenant(distribution.config) || !parameters) continue
      for (const { names, text, path } of parameterUses(distribution)) {
        const missing = names.find((name) => !parameters.some((one) => one.name === name))
        if (missing === undefined) continue
        const add = insertAt(
          [...distribution.path, 'TenantConfig', 'ParameterDefinitions'],
          parameters.length,
          { Name: missing, Definition: { StringSchema: { Required: true } } },
          `Define “${missing}”`,
        )
        yield {
          path,
          message: `“${text}” uses the parameter “${missing}”, which “${distribution.id}” does not define, so CloudFront refuses it; define it or correct the name.`,
          ...(missing !== '' && { suggestions: [add] }),
        }
      }
    }
  },
})
