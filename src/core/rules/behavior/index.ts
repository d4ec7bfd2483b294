import type { Rule } from '#core/rules/rule.ts'
import { behaviorAllowedMethodsSet } from './allowed-methods-set.ts'
import { behaviorCachedMethodsSet } from './cached-methods-set.ts'
import { behaviorCachedNotAllowed } from './cached-not-allowed.ts'
import { behaviorCompressNoEncoding } from './compress-no-encoding.ts'
import { behaviorCookieCachedUnkeyed } from './cookie-cached-unkeyed.ts'
import { behaviorDefaultMissing } from './default-missing.ts'
import { behaviorGroupWriteMethods } from './group-write-methods.ts'
import { behaviorHostToApigw } from './host-to-apigw.ts'
import { behaviorHostToLambdaUrl } from './host-to-lambda-url.ts'
import { behaviorHostToS3 } from './host-to-s3.ts'
import { behaviorLegacyTtlOrder } from './legacy-ttl-order.ts'
import { behaviorOrpWithoutCachePolicy } from './orp-without-cache-policy.ts'
import { behaviorPatternChars } from './pattern-chars.ts'
import { behaviorPatternDuplicate } from './pattern-duplicate.ts'
import { behaviorPatternDuplicateSlash } from './pattern-duplicate-slash.ts'
import { behaviorPatternEmpty } from './pattern-empty.ts'
import { behaviorPatternMatchAll } from './pattern-match-all.ts'
import { behaviorPatternTooLong } from './pattern-too-long.ts'
import { behaviorPolicyAndForwarded } from './policy-and-forwarded.ts'
import { behaviorPolicyAndTtl } from './policy-and-ttl.ts'
import { behaviorPolicyKindMixup } from './policy-kind-mixup.ts'
import { behaviorPolicyOrForwarded } from './policy-or-forwarded.ts'
import { behaviorTargetMissing } from './target-missing.ts'
import { behaviorTooMany } from './too-many.ts'
import { behaviorUnknownCachePolicy } from './unknown-cache-policy.ts'
import { behaviorUnknownOrp } from './unknown-orp.ts'
import { behaviorUnknownRhp } from './unknown-rhp.ts'
import { behaviorUnreachable } from './unreachable.ts'
import { behaviorViewerHttpAllowed } from './viewer-http-allowed.ts'
import { behaviorViewerProtocolRequired } from './viewer-protocol-required.ts'

export const behaviorRules: readonly Rule[] = [
  behaviorAllowedMethodsSet,
  behaviorCachedMethodsSet,
  behaviorCachedNotAllowed,
  behaviorCompressNoEncoding,
  behaviorCookieCachedUnkeyed,
  behaviorDefaultMissing,
  behaviorGroupWriteMethods,
  behaviorHostToApigw,
  behaviorHostToLambdaUrl,
  behaviorHostToS3,
  behaviorLegacyTtlOrder,
  behaviorOrpWithoutCachePolicy,
  behaviorPatternChars,
  behaviorPatternDuplicate,
  behaviorPatternDuplicateSlash,
  behaviorPatternEmpty,
  behaviorPatternMatchAll,
  behaviorPatternTooLong,
  behaviorPolicyAndForwarded,
  behaviorPolicyAndTtl,
  behaviorPolicyKindMixup,
  behaviorPolicyOrForwarded,
  behaviorTargetMissing,
  behaviorTooMany,
  behaviorUnknownCachePolicy,
  behaviorUnknownOrp,
  behaviorUnknownRhp,
  behaviorUnreachable,
  behaviorViewerHttpAllowed,
  behaviorViewerProtocolRequired,
]
