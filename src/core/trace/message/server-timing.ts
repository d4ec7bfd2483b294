/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#server-timing-header */
import type { Exchange } from '#core/trace/engine/exchange.ts'

const layers = { edge: 'EDGE', 'regional-edge-cache': 'REC', 'origin-shield': 'Origin Shield' } as const

/** The metrics of one response. */
export function serverTiming(exchange: Exchange): string {
  const { pop, requestId, found, tiers, foundTier, isRefreshed, duration } = exchange
  const common = [`cdn-pop;desc="${pop.code}"`, `cdn-rid;desc="${requestId}"`]
  if (found && !isRefreshed) {
    const layer = layers[tiers[foundTier]?.name ?? 'edge']
    return ['cdn-cache-hit', ...common, `cdn-hit-layer;desc="${layer}"`, 'cdn-downstream-fbl;dur=1'].join(',')
  }
  const metrics =
    exchange.attempts === 0
      ? []
      : [
          'cdn-upstream-layer;desc="ORIGIN"',
          'cdn-upstream-dns;dur=0',
          'cdn-upstream-connect;dur=5',
          `cdn-upstream-fbl;dur=${duration}`,
        ]
  return [
    ...metrics,
    isRefreshed ? 'cdn-cache-refresh' : 'cdn-cache-miss',
    ...common,
    `cdn-downstream-fbl;dur=${duration + 1}`,
  ].join(',')
}
