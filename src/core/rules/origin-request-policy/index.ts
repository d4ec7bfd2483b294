import type { Rule } from '#core/rules/harness/rule.ts'
import { originRequestPolicyAcceptEncodingListed } from './accept-encoding-listed.ts'
import { originRequestPolicyAllexceptCustom } from './allexcept-custom.ts'
import { originRequestPolicyAllviewerWithItems } from './allviewer-with-items.ts'
import { originRequestPolicyAuthorizationListed } from './authorization-listed.ts'
import { originRequestPolicyCfHeaderUnknown } from './cf-header-unknown.ts'
import { originRequestPolicyCfListPrefix } from './cf-list-prefix.ts'
import { originRequestPolicyCookieHeaderListed } from './cookie-header-listed.ts'
import { originRequestPolicyCounts } from './counts.ts'
import { originRequestPolicyHeaderBehaviorEnum } from './header-behavior-enum.ts'
import { originRequestPolicyName } from './name.ts'
import { originRequestPolicyNamePossible } from './name-possible.ts'
import { originRequestPolicyNameUnique } from './name-unique.ts'
import { originRequestPolicyNamesTotal } from './names-total.ts'
import { originRequestPolicyRedundant } from './redundant.ts'
import { originRequestPolicySameSettings } from './same-settings.ts'
import { originRequestPolicyUnused } from './unused.ts'
import { originRequestPolicyWhitelistEmpty } from './whitelist-empty.ts'

export const originRequestPolicyRules: readonly Rule[] = [
  originRequestPolicyAcceptEncodingListed,
  originRequestPolicyAllexceptCustom,
  originRequestPolicyAllviewerWithItems,
  originRequestPolicyAuthorizationListed,
  originRequestPolicyCfListPrefix,
  originRequestPolicyCookieHeaderListed,
  originRequestPolicyCounts,
  originRequestPolicyHeaderBehaviorEnum,
  originRequestPolicyName,
  originRequestPolicyNameUnique,
  originRequestPolicyNamesTotal,
  originRequestPolicyRedundant,
  originRequestPolicyUnused,
  originRequestPolicyWhitelistEmpty,
  originRequestPolicyNamePossible,
  originRequestPolicyCfHeaderUnknown,
  originRequestPolicySameSettings,
]
