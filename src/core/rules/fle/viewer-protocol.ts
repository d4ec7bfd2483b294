import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { encryptedBehaviors } from '#core/rules/lookup/field-level-encryption.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const fleViewerProtocol = defineRule({
  id: 'fle/viewer-protocol',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior with field-level encryption allows plain HTTP.',
  why: 'Fields can be encrypted only where viewers must use HTTPS; with allow-all the association is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'IllegalFieldLevelEncryptionConfigAssociationWithCacheBehavior',

  *check({ document }) {
    for (const placed of encryptedBehaviors(document)) {
      if (known(placed.behavior.ViewerProtocolPolicy) !== 'allow-all') continue
      const field = [...placed.path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `${behaviorName(placed)} encrypts fields and lets viewers use HTTP, which CloudFront refuses together; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
