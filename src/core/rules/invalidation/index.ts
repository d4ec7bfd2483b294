import type { Rule } from '#core/rules/harness/rule.ts'
import { invalidationBatchEmpty } from './batch-empty.ts'
import { invalidationCost } from './cost.ts'
import { invalidationEncoding } from './encoding.ts'
import { invalidationPathLength } from './path-length.ts'
import { invalidationPathSlash } from './path-slash.ts'
import { invalidationQueryString } from './query-string.ts'
import { invalidationTag } from './tag.ts'
import { invalidationTagUnread } from './tag-unread.ts'
import { invalidationTooMany } from './too-many.ts'
import { invalidationWildcardPosition } from './wildcard-position.ts'

export const invalidationRules: readonly Rule[] = [
  invalidationBatchEmpty,
  invalidationCost,
  invalidationEncoding,
  invalidationPathLength,
  invalidationPathSlash,
  invalidationQueryString,
  invalidationTag,
  invalidationTagUnread,
  invalidationTooMany,
  invalidationWildcardPosition,
]
