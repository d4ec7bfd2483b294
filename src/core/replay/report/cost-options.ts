/** What of a design decides its bill besides the requests: the price class, and what real-time logs record. */
import type { Behavior, DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import type { CostOptions } from './cost.ts'

/** The share of requests that a behavior's real-time log configuration records; all of them where the design does not say. */
function recordedShare(document: DesignDocument, behavior: Behavior): number | null {
  const config = behavior.RealtimeLogConfigArn
  if (config === undefined) return null
  const resource = isRef(config) ? document.resources[config.ref] : undefined
  const rate = resource?.type === 'RealtimeLogConfig' ? known(resource.config.SamplingRate) : undefined
  return rate === undefined ? 1 : rate / 100
}

export function costOptionsFor(document: DesignDocument, id: LogicalId): CostOptions {
  const site = document.resources[id]
  const config = site?.type === 'Distribution' ? site.config : {}
  const realtimeShares = new Map<string, number>()
  const note = (pattern: string, behavior: Behavior) => {
    const share = recordedShare(document, behavior)
    if (share !== null) realtimeShares.set(pattern, share)
  }
  const byDefault = known(config.DefaultCacheBehavior)
  if (byDefault) note('*', byDefault)
  for (const behavior of knownItems(config.CacheBehaviors)) note(known(behavior.PathPattern) ?? '', behavior)
  return { priceClass: known(config.PriceClass) ?? 'PriceClass_All', realtimeShares }
}
