import type { Rule } from '#core/rules/harness/rule.ts'
import { behaviorAllowedMethodsSet } from './allowed-methods-set.ts'
import { behaviorAmplifyInternalPolicy } from './amplify-internal-policy.ts'
import { behaviorAppSyncMethods } from './app-sync-methods.ts'
import { behaviorAuthorizationCachedUnkeyed } from './authorization-cached-unkeyed.ts'
import { behaviorAuthorizationDropped } from './authorization-dropped.ts'
import { behaviorCachedMethodsSet } from './cached-methods-set.ts'
import { behaviorCachedNotAllowed } from './cached-not-allowed.ts'
import { behaviorCompressCachingDisabled } from './compress-caching-disabled.ts'
import { behaviorCompressNoEncoding } from './compress-no-encoding.ts'
import { behaviorCookieCachedUnkeyed } from './cookie-cached-unkeyed.ts'
import { behaviorCookiesToS3 } from './cookies-to-s3.ts'
import { behaviorCorsOriginUnkeyed } from './cors-origin-unkeyed.ts'
import { behaviorCorsPreflightBlocked } from './cors-preflight-blocked.ts'
import { behaviorDefaultHasPattern } from './default-has-pattern.ts'
import { behaviorDefaultMissing } from './default-missing.ts'
import { behaviorEncodingWithoutCompress } from './encoding-without-compress.ts'
import { behaviorGeoKeyHeaders } from './geo-key-headers.ts'
import { behaviorGroupWriteMethods } from './group-write-methods.ts'
import { behaviorGrpcMethods } from './grpc-methods.ts'
import { behaviorGrpcViewerProtocol } from './grpc-viewer-protocol.ts'
import { behaviorHeaderForwardedUnkeyed } from './header-forwarded-unkeyed.ts'
import { behaviorHostToApigw } from './host-to-apigw.ts'
import { behaviorHostToAppRunner } from './host-to-app-runner.ts'
import { behaviorHostToLambdaUrl } from './host-to-lambda-url.ts'
import { behaviorHostToS3 } from './host-to-s3.ts'
import { behaviorLegacyAllHeadersMinTtl } from './legacy-all-headers-min-ttl.ts'
import { behaviorLegacyAllHeadersS3 } from './legacy-all-headers-s3.ts'
import { behaviorLegacyCookiesCount } from './legacy-cookies-count.ts'
import { behaviorLegacyCookiesEnum } from './legacy-cookies-enum.ts'
import { behaviorLegacyCookiesWhitelist } from './legacy-cookies-whitelist.ts'
import { behaviorLegacyForwardEverything } from './legacy-forward-everything.ts'
import { behaviorLegacyHeaderForbidden } from './legacy-header-forbidden.ts'
import { behaviorLegacyHeadersCount } from './legacy-headers-count.ts'
import { behaviorLegacyInMultitenant } from './legacy-in-multitenant.ts'
import { behaviorLegacyQsCount } from './legacy-qs-count.ts'
import { behaviorLegacyQsKeysWithoutQs } from './legacy-qs-keys-without-qs.ts'
import { behaviorLegacyStarMixed } from './legacy-star-mixed.ts'
import { behaviorLegacyTtlOrder } from './legacy-ttl-order.ts'
import { behaviorLegacyUsed } from './legacy-used.ts'
import { behaviorMinTtlOverridesNoStore } from './min-ttl-overrides-no-store.ts'
import { behaviorOrpWithoutCachePolicy } from './orp-without-cache-policy.ts'
import { behaviorPatternCaseVariant } from './pattern-case-variant.ts'
import { behaviorPatternChars } from './pattern-chars.ts'
import { behaviorPatternDirOnly } from './pattern-dir-only.ts'
import { behaviorPatternDoubleStar } from './pattern-double-star.ts'
import { behaviorPatternDuplicate } from './pattern-duplicate.ts'
import { behaviorPatternDuplicateSlash } from './pattern-duplicate-slash.ts'
import { behaviorPatternEmpty } from './pattern-empty.ts'
import { behaviorPatternMatchAll } from './pattern-match-all.ts'
import { behaviorPatternRegexLook } from './pattern-regex-look.ts'
import { behaviorPatternTooLong } from './pattern-too-long.ts'
import { behaviorPolicyAndForwarded } from './policy-and-forwarded.ts'
import { behaviorPolicyAndTtl } from './policy-and-ttl.ts'
import { behaviorPolicyKindMixup } from './policy-kind-mixup.ts'
import { behaviorPolicyOrForwarded } from './policy-or-forwarded.ts'
import { behaviorQueryForwardedUnkeyed } from './query-forwarded-unkeyed.ts'
import { behaviorRealtimeLogArn } from './realtime-log-arn.ts'
import { behaviorRedirectWriteMethods } from './redirect-write-methods.ts'
import { behaviorReorderSuggested } from './reorder-suggested.ts'
import { behaviorS3CorsOptionsCached } from './s3-cors-options-cached.ts'
import { behaviorS3CorsOriginNotForwarded } from './s3-cors-origin-not-forwarded.ts'
import { behaviorS3ResponseParamsDropped } from './s3-response-params-dropped.ts'
import { behaviorShadowedPrivate } from './shadowed-private.ts'
import { behaviorSmoothStreamingFunctions } from './smooth-streaming-functions.ts'
import { behaviorSmoothStreamingLegacy } from './smooth-streaming-legacy.ts'
import { behaviorTargetMissing } from './target-missing.ts'
import { behaviorTooMany } from './too-many.ts'
import { behaviorUnknownCachePolicy } from './unknown-cache-policy.ts'
import { behaviorUnknownOrp } from './unknown-orp.ts'
import { behaviorUnknownRhp } from './unknown-rhp.ts'
import { behaviorUnreachable } from './unreachable.ts'
import { behaviorViewerHttpAllowed } from './viewer-http-allowed.ts'
import { behaviorViewerProtocolRequired } from './viewer-protocol-required.ts'
import { behaviorWriteMethodsStatic } from './write-methods-static.ts'
import { behaviorWriteMethodsUnneeded } from './write-methods-unneeded.ts'
import { behaviorWritePathCached } from './write-path-cached.ts'

export const behaviorRules: readonly Rule[] = [
  behaviorAllowedMethodsSet,
  behaviorAmplifyInternalPolicy,
  behaviorAuthorizationCachedUnkeyed,
  behaviorAuthorizationDropped,
  behaviorCachedMethodsSet,
  behaviorCachedNotAllowed,
  behaviorCompressCachingDisabled,
  behaviorCompressNoEncoding,
  behaviorCookieCachedUnkeyed,
  behaviorCookiesToS3,
  behaviorCorsOriginUnkeyed,
  behaviorCorsPreflightBlocked,
  behaviorDefaultHasPattern,
  behaviorDefaultMissing,
  behaviorEncodingWithoutCompress,
  behaviorGeoKeyHeaders,
  behaviorGroupWriteMethods,
  behaviorGrpcMethods,
  behaviorGrpcViewerProtocol,
  behaviorHeaderForwardedUnkeyed,
  behaviorHostToApigw,
  behaviorHostToLambdaUrl,
  behaviorHostToS3,
  behaviorLegacyAllHeadersMinTtl,
  behaviorLegacyAllHeadersS3,
  behaviorLegacyCookiesCount,
  behaviorLegacyCookiesEnum,
  behaviorLegacyCookiesWhitelist,
  behaviorLegacyForwardEverything,
  behaviorLegacyHeaderForbidden,
  behaviorLegacyHeadersCount,
  behaviorLegacyInMultitenant,
  behaviorLegacyQsCount,
  behaviorLegacyQsKeysWithoutQs,
  behaviorLegacyStarMixed,
  behaviorLegacyTtlOrder,
  behaviorLegacyUsed,
  behaviorMinTtlOverridesNoStore,
  behaviorOrpWithoutCachePolicy,
  behaviorPatternCaseVariant,
  behaviorPatternChars,
  behaviorPatternDirOnly,
  behaviorPatternDoubleStar,
  behaviorPatternDuplicate,
  behaviorPatternDuplicateSlash,
  behaviorPatternEmpty,
  behaviorPatternMatchAll,
  behaviorPatternRegexLook,
  behaviorPatternTooLong,
  behaviorPolicyAndForwarded,
  behaviorPolicyAndTtl,
  behaviorPolicyKindMixup,
  behaviorPolicyOrForwarded,
  behaviorQueryForwardedUnkeyed,
  behaviorRealtimeLogArn,
  behaviorRedirectWriteMethods,
  behaviorReorderSuggested,
  behaviorS3CorsOptionsCached,
  behaviorS3CorsOriginNotForwarded,
  behaviorS3ResponseParamsDropped,
  behaviorShadowedPrivate,
  behaviorSmoothStreamingFunctions,
  behaviorSmoothStreamingLegacy,
  behaviorTargetMissing,
  behaviorTooMany,
  behaviorUnknownCachePolicy,
  behaviorUnknownOrp,
  behaviorUnknownRhp,
  behaviorUnreachable,
  behaviorViewerHttpAllowed,
  behaviorViewerProtocolRequired,
  behaviorWriteMethodsStatic,
  behaviorWriteMethodsUnneeded,
  behaviorWritePathCached,
  behaviorHostToAppRunner,
  behaviorAppSyncMethods,
]
