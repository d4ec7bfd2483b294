import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { encryptedBehaviors } from '#core/rules/lookup/field-level-encryption.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const fleOriginProtocol = defineRule({
  id: 'fle/origin-protocol',
  severity: 'error',
  summary: 'Encrypted fields go to the origin over plain HTTP.',
  why: 'With field-level encryption the origin protocol policy must be match-viewer or https-only; http-only is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'IllegalFieldLevelEncryptionConfigAssociationWithCacheBehavior',

  *check({ document }) {
    for (const placed of encryptedBehaviors(document))
      for (const { value: origin, path } of originsBehind(placed)) {
        if (known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy) !== 'http-only') continue
        const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
        yield {
          path: field,
          message: `The origin “${nameOf(origin.Id)}” is asked over HTTP, which CloudFront refuses where ${behaviorName(placed)} encrypts fields; use “https-only”.`,
          suggestions: [setAt(field, 'https-only', 'Use https-only')],
        }
      }
  },
})
