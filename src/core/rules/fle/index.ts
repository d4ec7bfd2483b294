import type { Rule } from '#core/rules/harness/rule.ts'
import { fleContentType } from './content-type.ts'
import { fleEntities } from './entities.ts'
import { fleForwardUnknown } from './forward-unknown.ts'
import { fleMethods } from './methods.ts'
import { fleNameChars } from './name-chars.ts'
import { fleOriginChunked } from './origin-chunked.ts'
import { fleOriginProtocol } from './origin-protocol.ts'
import { flePatternChars } from './pattern-chars.ts'
import { flePatternsCount } from './patterns-count.ts'
import { flePatternsOverlap } from './patterns-overlap.ts'
import { fleProfileNameUnique } from './profile-name-unique.ts'
import { fleProfileUnknown } from './profile-unknown.ts'
import { fleProviderChars } from './provider-chars.ts'
import { flePublicKey } from './public-key.ts'
import { fleQueryArgChars } from './query-arg-chars.ts'
import { fleQueryArgCount } from './query-arg-count.ts'
import { fleQueryArgProfileEmpty } from './query-arg-profile-empty.ts'
import { fleUnknownConfig } from './unknown-config.ts'
import { fleViewerProtocol } from './viewer-protocol.ts'

export const fleRules: readonly Rule[] = [
  fleContentType,
  fleEntities,
  fleForwardUnknown,
  fleMethods,
  fleNameChars,
  fleOriginChunked,
  fleOriginProtocol,
  flePatternChars,
  flePatternsCount,
  flePatternsOverlap,
  fleProfileUnknown,
  fleProviderChars,
  flePublicKey,
  fleQueryArgChars,
  fleQueryArgCount,
  fleQueryArgProfileEmpty,
  fleUnknownConfig,
  fleViewerProtocol,
  fleProfileNameUnique,
]
