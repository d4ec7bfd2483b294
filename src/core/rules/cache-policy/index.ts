import type { Rule } from '#core/rules/harness/rule.ts'
import { cachePolicyAcceptEncodingListed } from './accept-encoding-listed.ts'
import { cachePolicyBrotliWithoutGzip } from './brotli-without-gzip.ts'
import { cachePolicyCfnTtlRequired } from './cfn-ttl-required.ts'
import { cachePolicyDefaultTtlZero } from './default-ttl-zero.ts'
import { cachePolicyDisabledWithCookies } from './disabled-with-cookies.ts'
import { cachePolicyDisabledWithEncoding } from './disabled-with-encoding.ts'
import { cachePolicyDisabledWithHeaders } from './disabled-with-headers.ts'
import { cachePolicyDisabledWithQuery } from './disabled-with-query.ts'
import { cachePolicyEquivalentManaged } from './equivalent-managed.ts'
import { cachePolicyHeaderBehaviorEnum } from './header-behavior-enum.ts'
import { cachePolicyHeaderDuplicate } from './header-duplicate.ts'
import { cachePolicyHeaderForbidden } from './header-forbidden.ts'
import { cachePolicyHeaderWildcard } from './header-wildcard.ts'
import { cachePolicyHighCardinality } from './high-cardinality.ts'
import { cachePolicyKeyName } from './key-name.ts'
import { cachePolicyName } from './name.ts'
import { cachePolicyNameManagedPrefix } from './name-managed-prefix.ts'
import { cachePolicyNameUnique } from './name-unique.ts'
import { cachePolicyNamesTotal } from './names-total.ts'
import { cachePolicyNoneWithItems } from './none-with-items.ts'
import { cachePolicySameSettings } from './same-settings.ts'
import { cachePolicyTooManyCookies } from './too-many-cookies.ts'
import { cachePolicyTooManyHeaders } from './too-many-headers.ts'
import { cachePolicyTooManyQuery } from './too-many-query.ts'
import { cachePolicyTtlOrder } from './ttl-order.ts'
import { cachePolicyTtlRange } from './ttl-range.ts'
import { cachePolicyUnused } from './unused.ts'
import { cachePolicyWhitelistEmpty } from './whitelist-empty.ts'

export const cachePolicyRules: readonly Rule[] = [
  cachePolicyAcceptEncodingListed,
  cachePolicyBrotliWithoutGzip,
  cachePolicyCfnTtlRequired,
  cachePolicyDefaultTtlZero,
  cachePolicyDisabledWithCookies,
  cachePolicyDisabledWithEncoding,
  cachePolicyDisabledWithHeaders,
  cachePolicyDisabledWithQuery,
  cachePolicyEquivalentManaged,
  cachePolicyHeaderBehaviorEnum,
  cachePolicyHeaderDuplicate,
  cachePolicyHeaderForbidden,
  cachePolicyHeaderWildcard,
  cachePolicyHighCardinality,
  cachePolicyName,
  cachePolicyNameManagedPrefix,
  cachePolicyNameUnique,
  cachePolicyNamesTotal,
  cachePolicyNoneWithItems,
  cachePolicyTooManyCookies,
  cachePolicyTooManyHeaders,
  cachePolicyTooManyQuery,
  cachePolicyTtlOrder,
  cachePolicyTtlRange,
  cachePolicyUnused,
  cachePolicyWhitelistEmpty,
  cachePolicyKeyName,
  cachePolicySameSettings,
]
