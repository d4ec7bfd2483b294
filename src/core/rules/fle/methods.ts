import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { encryptedBehaviors } from '#core/rules/lookup/field-level-encryption.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const fleMethods = defineRule({
  id: 'fle/methods',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior with field-level encryption does not allow every method.',
  why: 'Fields come in POST and PUT requests; CloudFront takes the association only where all seven methods are allowed.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'IllegalFieldLevelEncryptionConfigAssociationWithCacheBehavior',

  *check({ document }) {
    for (const placed of encryptedBehaviors(document)) {
      const methods = methodsOf(placed.behavior)
      if (!methods || (methods.includes('POST') && methods.includes('PUT'))) continue
      const field = [...placed.path, 'AllowedMethods', 'Items']
      yield {
        path: [...placed.path, 'FieldLevelEncryptionId'],
        message: `${behaviorName(placed)} encrypts fields and does not allow POST and PUT, which CloudFront refuses together; allow all methods.`,
        suggestions: [
          setAt(field, ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'], 'Allow all methods'),
        ],
      }
    }
  },
})
