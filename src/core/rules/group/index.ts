import type { Rule } from '#core/rules/rule.ts'
import { groupFailoverMethods } from './failover-methods.ts'
import { groupFailoverMissing } from './failover-missing.ts'
import { groupIdUnique } from './id-unique.ts'
import { groupMediaQuality } from './media-quality.ts'
import { groupMemberIsGroup } from './member-is-group.ts'
import { groupMemberUnknown } from './member-unknown.ts'
import { groupMembersCount } from './members-count.ts'
import { groupMembersDistinct } from './members-distinct.ts'
import { groupSameHost } from './same-host.ts'
import { groupStatusCodesEmpty } from './status-codes-empty.ts'
import { groupStatusCodesSet } from './status-codes-set.ts'
import { groupTooMany } from './too-many.ts'
import { groupUnused } from './unused.ts'

export const groupRules: readonly Rule[] = [
  groupFailoverMethods,
  groupFailoverMissing,
  groupIdUnique,
  groupMediaQuality,
  groupMemberIsGroup,
  groupMemberUnknown,
  groupMembersCount,
  groupMembersDistinct,
  groupSameHost,
  groupStatusCodesEmpty,
  groupStatusCodesSet,
  groupTooMany,
  groupUnused,
]
