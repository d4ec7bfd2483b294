import type { Rule } from '#core/rules/harness/rule.ts'
import { group403404S3 } from './403-404-s3.ts'
import { groupCustomErrorsOverlap } from './custom-errors-overlap.ts'
import { groupFailoverMethods } from './failover-methods.ts'
import { groupFailoverMissing } from './failover-missing.ts'
import { groupGrpc } from './grpc.ts'
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
  group403404S3,
  groupCustomErrorsOverlap,
  groupFailoverMethods,
  groupFailoverMissing,
  groupGrpc,
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
