import type { Rule } from '#core/rules/harness/rule.ts'
import { responseHeadersPolicyCorsAuthorizationWildcard } from './cors-authorization-wildcard.ts'
import { responseHeadersPolicyCorsCredentialsWildcard } from './cors-credentials-wildcard.ts'
import { responseHeadersPolicyCorsHeaderWildcardPosition } from './cors-header-wildcard-position.ts'
import { responseHeadersPolicyCorsMaxAge } from './cors-max-age.ts'
import { responseHeadersPolicyCorsMethodsAllMixed } from './cors-methods-all-mixed.ts'
import { responseHeadersPolicyCorsMethodsEnum } from './cors-methods-enum.ts'
import { responseHeadersPolicyCorsOriginLength } from './cors-origin-length.ts'
import { responseHeadersPolicyCorsOriginSyntax } from './cors-origin-syntax.ts'
import { responseHeadersPolicyCorsOriginWildcardMixed } from './cors-origin-wildcard-mixed.ts'
import { responseHeadersPolicyCorsRequired } from './cors-required.ts'
import { responseHeadersPolicyCspLength } from './csp-length.ts'
import { responseHeadersPolicyCspNewline } from './csp-newline.ts'
import { responseHeadersPolicyCspQuality } from './csp-quality.ts'
import { responseHeadersPolicyCustomHeaderForbidden } from './custom-header-forbidden.ts'
import { responseHeadersPolicyCustomHeaderIsSecurity } from './custom-header-is-security.ts'
import { responseHeadersPolicyCustomHeaderName } from './custom-header-name.ts'
import { responseHeadersPolicyCustomHeaderValue } from './custom-header-value.ts'
import { responseHeadersPolicyCustomHeadersCount } from './custom-headers-count.ts'
import { responseHeadersPolicyEmpty } from './empty.ts'
import { responseHeadersPolicyFrameOptionEnum } from './frame-option-enum.ts'
import { responseHeadersPolicyHstsMaxAge } from './hsts-max-age.ts'
import { responseHeadersPolicyHstsOnHttp } from './hsts-on-http.ts'
import { responseHeadersPolicyName } from './name.ts'
import { responseHeadersPolicyNameUnique } from './name-unique.ts'
import { responseHeadersPolicyPreflightNeedsHeaders } from './preflight-needs-headers.ts'
import { responseHeadersPolicyReferrerEnum } from './referrer-enum.ts'
import { responseHeadersPolicyRemoveAndAdd } from './remove-and-add.ts'
import { responseHeadersPolicyRemoveCount } from './remove-count.ts'
import { responseHeadersPolicyRemoveForbidden } from './remove-forbidden.ts'
import { responseHeadersPolicyRemoveServerDate } from './remove-server-date.ts'
import { responseHeadersPolicyRemoveSetCookie } from './remove-set-cookie.ts'
import { responseHeadersPolicyRemoveVary } from './remove-vary.ts'
import { responseHeadersPolicySameSettings } from './same-settings.ts'
import { responseHeadersPolicyServerTimingRate } from './server-timing-rate.ts'
import { responseHeadersPolicyUnused } from './unused.ts'
import { responseHeadersPolicyXssBlockAndReport } from './xss-block-and-report.ts'
import { responseHeadersPolicyXssProtectionOffWithOptions } from './xss-protection-off-with-options.ts'

export const responseHeadersPolicyRules: readonly Rule[] = [
  responseHeadersPolicyCorsCredentialsWildcard,
  responseHeadersPolicyCorsHeaderWildcardPosition,
  responseHeadersPolicyCorsMaxAge,
  responseHeadersPolicyCorsMethodsAllMixed,
  responseHeadersPolicyCorsMethodsEnum,
  responseHeadersPolicyCorsOriginLength,
  responseHeadersPolicyCorsOriginSyntax,
  responseHeadersPolicyCorsOriginWildcardMixed,
  responseHeadersPolicyCorsRequired,
  responseHeadersPolicyCspLength,
  responseHeadersPolicyCspNewline,
  responseHeadersPolicyCspQuality,
  responseHeadersPolicyCustomHeaderForbidden,
  responseHeadersPolicyCustomHeaderIsSecurity,
  responseHeadersPolicyCustomHeaderName,
  responseHeadersPolicyCustomHeaderValue,
  responseHeadersPolicyCustomHeadersCount,
  responseHeadersPolicyEmpty,
  responseHeadersPolicyFrameOptionEnum,
  responseHeadersPolicyHstsMaxAge,
  responseHeadersPolicyHstsOnHttp,
  responseHeadersPolicyName,
  responseHeadersPolicyPreflightNeedsHeaders,
  responseHeadersPolicyReferrerEnum,
  responseHeadersPolicyRemoveAndAdd,
  responseHeadersPolicyRemoveCount,
  responseHeadersPolicyRemoveForbidden,
  responseHeadersPolicyRemoveServerDate,
  responseHeadersPolicyRemoveSetCookie,
  responseHeadersPolicyRemoveVary,
  responseHeadersPolicyServerTimingRate,
  responseHeadersPolicyUnused,
  responseHeadersPolicyXssBlockAndReport,
  responseHeadersPolicyXssProtectionOffWithOptions,
  responseHeadersPolicyNameUnique,
  responseHeadersPolicyCorsAuthorizationWildcard,
  responseHeadersPolicySameSettings,
]
