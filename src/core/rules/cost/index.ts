import type { Rule } from '#core/rules/harness/rule.ts'
import { costAdditionalMetrics } from './additional-metrics.ts'
import { costAnycast } from './anycast.ts'
import { costLongLogsBucketNoLifecycle } from './long-logs-bucket-no-lifecycle.ts'
import { costLowHitRatio } from './low-hit-ratio.ts'
import { costNoCompress } from './no-compress.ts'
import { costOriginShield } from './origin-shield.ts'
import { costPriceClass } from './price-class.ts'
import { costRealtimeLogs } from './realtime-logs.ts'
import { costRtmp } from './rtmp.ts'

export const costRules: readonly Rule[] = [
  costAdditionalMetrics,
  costAnycast,
  costLongLogsBucketNoLifecycle,
  costLowHitRatio,
  costNoCompress,
  costOriginShield,
  costPriceClass,
  costRealtimeLogs,
  costRtmp,
]
