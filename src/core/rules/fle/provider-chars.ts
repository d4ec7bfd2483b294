import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'

export const fleProviderChars = defineRule({
  id: 'fle/provider-chars',
  severity: 'error',
  sees: 'shared',
  summary: 'A provider name is not valid.',
  why: 'The provider id goes with the encrypted data; CloudFront refuses other characters.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { profile, entity, path } of entitiesIn(document)) {
      const provider = known(entity.ProviderId)
      if (provider === undefined || /^[A-Za-z0-9:_-]{1,128}$/.test(provider)) continue
      yield {
        path: [...path, 'ProviderId'],
        message: `The provider “${provider}” of “${profile}” is not one that CloudFront takes; use up to 128 letters, digits and :_-.`,
      }
    }
  },
})
