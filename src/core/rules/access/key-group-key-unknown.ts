import { resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isRef } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** Ids of public keys are K and capitals, those of key groups UUIDs. */
function noPublicKey(document: DesignDocument, item: unknown): string | undefined {
  if (typeof item === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(item))
    return `“${item}” is the id of a key group`
  const target = isRef(item) ? document.resources[item.ref] : undefined
  return isRef(item) && target && target.type !== 'PublicKey'
    ? `“${item.ref}” is not a public key`
    : undefined
}

export const accessKeyGroupKeyUnknown = defineRule({
  id: 'access/key-group-key-unknown',
  severity: 'error',
  sees: 'all',
  summary: 'A key group holds something that is not a public key.',
  why: 'The items of a key group are ids of public keys; CloudFront refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_KeyGroupConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyGroup'))
      for (const [index, item] of (config.Items ?? []).entries()) {
        const wrong = noPublicKey(document, item)
        if (wrong !== undefined)
          yield {
            path: [...path, 'Items', index],
            message: `${wrong}, so CloudFront refuses the key group “${id}”; name public keys.`,
          }
      }
  },
})
