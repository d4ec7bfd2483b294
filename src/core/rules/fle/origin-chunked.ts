import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { encryptedBehaviors } from '#core/rules/lookup/field-level-encryption.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const fleOriginChunked = defineRule({
  id: 'fle/origin-chunked',
  severity: 'info',
  sees: 'behavior',
  summary: 'Field-level encryption sends chunked requests to the origin.',
  why: 'CloudFront sends the encrypted body with chunked transfer encoding; an origin that wants a Content-Length refuses it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: null,

  *check({ document }) {
    for (const placed of encryptedBehaviors(document)) {
      const [origin] = originsBehind(placed)
      if (!origin) continue
      yield {
        path: [...placed.path, 'FieldLevelEncryptionId'],
        message: `${behaviorName(placed)} encrypts fields, so “${nameOf(origin.value.Id)}” gets its request bodies chunked; see that the server takes chunked transfer encoding.`,
      }
    }
  },
})
