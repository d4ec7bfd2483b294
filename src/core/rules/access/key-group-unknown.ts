import type { DesignDocument } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** Ids of key groups are UUIDs, those of public keys K and capitals. */
function noKeyGroup(document: DesignDocument, item: unknown): string | undefined {
  if (typeof item === 'string' && /^K[A-Z0-9]{8,}$/.test(item)) return `“${item}” is the id of a public key`
  const target = isRef(item) ? document.resources[item.ref] : undefined
  return isRef(item) && target && target.type !== 'KeyGroup' ? `“${item.ref}” is not a key group` : undefined
}

export const accessKeyGroupUnknown = defineRule({
  id: 'access/key-group-unknown',
  severity: 'error',
  sees: 'behavior',
  summary: 'A trusted key group does not exist.',
  why: 'A reference to another kind of resource gives an id that CloudFront does not know as a key group.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustedKeyGroups.html',
  code: 'TrustedKeyGroupDoesNotExist',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      for (const [index, item] of (known(behavior.TrustedKeyGroups)?.Items ?? []).entries()) {
        const wrong = noKeyGroup(document, item)
        if (wrong !== undefined)
          yield {
            path: [...path, 'TrustedKeyGroups', 'Items', index],
            message: `${wrong}, so CloudFront answers TrustedKeyGroupDoesNotExist in ${behaviorName(placed)}; choose a key group.`,
          }
      }
    }
  },
})
