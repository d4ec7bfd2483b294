import type { Rule } from '#core/rules/rule.ts'
import { cachePolicyAcceptEncodingListed } from './accept-encoding-listed.ts'
import { cachePolicyDisabledWithCookies } from './disabled-with-cookies.ts'
import { cachePolicyDisabledWithEncoding } from './disabled-with-encoding.ts'
import { cachePolicyDisabledWithHeaders } from './disabled-with-headers.ts'
import { cachePolicyDisabledWithQuery } from './disabled-with-query.ts'
import { cachePolicyHeaderForbidden } from './header-forbidden.ts'
import { cachePolicyTooManyCookies } from './too-many-cookies.ts'
import { cachePolicyTooManyHeaders } from './too-many-headers.ts'
import { cachePolicyTooManyQuery } from './too-many-query.ts'
import { cachePolicyTtlOrder } from './ttl-order.ts'

export const cachePolicyRules: readonly Rule[] = [
  cachePolicyAcceptEncodingListed,
  cachePolicyDisabledWithCookies,
  cachePolicyDisabledWithEncoding,
  cachePolicyDisabledWithHeaders,
  cachePolicyDisabledWithQuery,
  cachePolicyHeaderForbidden,
  cachePolicyTooManyCookies,
  cachePolicyTooManyHeaders,
  cachePolicyTooManyQuery,
  cachePolicyTtlOrder,
]
