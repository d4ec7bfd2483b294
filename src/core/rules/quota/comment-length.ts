import { resourcesOf } from '#core/model/distribution.ts'
import type { ResourceType } from '#core/model/document.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'

/** SDK: every Comment that has this limit. */
const commented: readonly ResourceType[] = [
  'Distribution',
  'CachePolicy',
  'OriginRequestPolicy',
  'ResponseHeadersPolicy',
  'OriginAccessIdentity',
  'KeyGroup',
  'PublicKey',
  'FieldLevelEncryptionConfig',
  'FieldLevelEncryptionProfile',
]

export const quotaCommentLength = defineQuotaRule({
  name: 'comment-length',
  scope: 'design',
  summary: 'A comment has at most 128 characters.',
  counted: 'characters in its comment',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const type of commented)
      for (const { id, config, path } of resourcesOf<ResourceType>(document, type))
        yield* lengthOf('Comment' in config ? config.Comment : undefined, `“${id}”`, [...path, 'Comment'])
  },
})
