import type { Rule } from '#core/rules/harness/rule.ts'
import { loggingAlarmNoData } from './alarm-no-data.ts'
import { loggingBucketAcl } from './bucket-acl.ts'
import { loggingBucketFormat } from './bucket-format.ts'
import { loggingBucketIsOrigin } from './bucket-is-origin.ts'
import { loggingBucketKms } from './bucket-kms.ts'
import { loggingBucketRegion } from './bucket-region.ts'
import { loggingBucketRequired } from './bucket-required.ts'
import { loggingCookiesPii } from './cookies-pii.ts'
import { loggingCookiesS3Only } from './cookies-s3-only.ts'
import { loggingDisabledWithValues } from './disabled-with-values.ts'
import { loggingMonitoringSubscription } from './monitoring-subscription.ts'
import { loggingMonitoringTwice } from './monitoring-twice.ts'
import { loggingNone } from './none.ts'
import { loggingPrefixMissing } from './prefix-missing.ts'
import { loggingPrefixSlash } from './prefix-slash.ts'
import { loggingRealtimeEndpoints } from './realtime-endpoints.ts'
import { loggingRealtimeFields } from './realtime-fields.ts'
import { loggingRealtimeName } from './realtime-name.ts'
import { loggingRealtimeOnSome } from './realtime-on-some.ts'
import { loggingRealtimeRoleTrust } from './realtime-role-trust.ts'
import { loggingRealtimeSampling } from './realtime-sampling.ts'
import { loggingRealtimeUnused } from './realtime-unused.ts'
import { loggingV1AndV2SamePath } from './v1-and-v2-same-path.ts'
import { loggingV2ViaCwl } from './v2-via-cwl.ts'

export const loggingRules: readonly Rule[] = [
  loggingBucketAcl,
  loggingBucketFormat,
  loggingBucketIsOrigin,
  loggingBucketRegion,
  loggingBucketRequired,
  loggingCookiesPii,
  loggingCookiesS3Only,
  loggingDisabledWithValues,
  loggingMonitoringSubscription,
  loggingNone,
  loggingPrefixMissing,
  loggingPrefixSlash,
  loggingRealtimeEndpoints,
  loggingRealtimeFields,
  loggingRealtimeName,
  loggingRealtimeOnSome,
  loggingRealtimeSampling,
  loggingRealtimeUnused,
  loggingV1AndV2SamePath,
  loggingV2ViaCwl,
  loggingBucketKms,
  loggingRealtimeRoleTrust,
  loggingMonitoringTwice,
  loggingAlarmNoData,
]
