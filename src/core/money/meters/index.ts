/** Every meter, in the order of the bill. */
import { cloudFrontFunctions, lambdaDuration, lambdaRuns, storeReads } from './edge-functions.ts'
import { encryption } from './encryption.ts'
import { invalidations } from './invalidations.ts'
import { cloudWatchLogs, firehoseLogs, parquetLogs, realtimeLogs } from './logs.ts'
import type { Meter } from './meter.ts'
import { anycastList, dedicatedIp, metrics, tenants } from './monthly.ts'
import { originShield } from './origin-shield.ts'
import { httpRequests, httpsRequests } from './requests.ts'
import { shieldAdvanced, shieldTransfer } from './shield.ts'
import { transferToOrigins, transferToViewers } from './transfer.ts'
import { wafRequests, wafRules, webAcl } from './waf.ts'

export const meters: readonly Meter[] = [
  transferToViewers,
  transferToOrigins,
  httpRequests,
  httpsRequests,
  originShield,
  cloudFrontFunctions,
  storeReads,
  lambdaRuns,
  lambdaDuration,
  encryption,
  invalidations,
  realtimeLogs,
  cloudWatchLogs,
  firehoseLogs,
  parquetLogs,
  dedicatedIp,
  anycastList,
  metrics,
  tenants,
  webAcl,
  wafRules,
  wafRequests,
  shieldAdvanced,
  shieldTransfer,
]
