import type { Rule } from '#core/rules/rule.ts'
import { groupMemberUnknown } from './member-unknown.ts'
import { groupMembersCount } from './members-count.ts'
import { groupStatusCodesSet } from './status-codes-set.ts'

export const groupRules: readonly Rule[] = [groupMemberUnknown, groupMembersCount, groupStatusCodesSet]
