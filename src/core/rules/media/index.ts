import type { Rule } from '#core/rules/harness/rule.ts'
import { mediaManifestDefaultTtl } from './manifest-default-ttl.ts'
import { mediaManifestStale } from './manifest-stale.ts'
import { mediaManifestUncompressed } from './manifest-uncompressed.ts'
import { mediaMediapackageQuery } from './mediapackage-query.ts'
import { mediaMediatailorCached } from './mediatailor-cached.ts'
import { mediaMediatailorRequest } from './mediatailor-request.ts'
import { mediaSegmentCopies } from './segment-copies.ts'
import { mediaSegmentsElsewhere } from './segments-elsewhere.ts'
import { mediaSegmentsNotCached } from './segments-not-cached.ts'
import { mediaSegmentsOpen } from './segments-open.ts'
import { mediaSmoothOff } from './smooth-off.ts'

export const mediaRules: readonly Rule[] = [
  mediaManifestDefaultTtl,
  mediaManifestStale,
  mediaManifestUncompressed,
  mediaMediapackageQuery,
  mediaMediatailorCached,
  mediaMediatailorRequest,
  mediaSegmentCopies,
  mediaSegmentsElsewhere,
  mediaSegmentsNotCached,
  mediaSegmentsOpen,
  mediaSmoothOff,
]
