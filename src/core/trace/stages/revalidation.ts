import { defineStage, guide } from '#core/trace/engine/stage.ts'
import { mayServeStaleOnError } from '#core/trace/engine/staleness.ts'

/** What an expired object is still good for, after the origin was asked. */
export const revalidation = defineStage({
  id: 'revalidation',
  at: 'region',
  title: 'Revalidation',
  explained: 'after-origin',
  basis: { documented: guide('Expiration') },
  run(exchange, note) {
    const { stale, originResponse, behavior } = exchange
    if (!stale || !originResponse || !behavior) return
    if (originResponse.status === 304) {
      note?.('The origin says 304: the expired object is good again under the new headers.')
      const headers = stale.headers.copy()
      headers.delete('age')
      for (const name of new Set(originResponse.headers.names())) {
        if (name === 'content-length' || name === 'content-encoding' || name === 'content-range') continue
        if (name === 'etag' && stale.encodedSize !== null) continue
        headers.delete(name)
        for (const value of originResponse.headers.all(name)) headers.append(name, value)
      }
      exchange.originResponse = {
        status: stale.status,
        headers,
        body: stale.body,
        encodedSize: stale.encodedSize,
        from: 'origin',
      }
      exchange.isRefreshed = true
      return
    }
    if (originResponse.status < 500) {
      note?.(`The origin answers ${originResponse.status}, which replaces the expired object.`)
      return
    }
    if (!mayServeStaleOnError(stale, exchange.now) || exchange.engine.sharedRules?.forbidsStale(stale)) {
      note?.(
        `The origin fails with ${originResponse.status}, and the expired object may not be served in its stead.`,
      )
      return
    }
    const configured = exchange.distribution?.errorResponses.get(originResponse.status)
    const wait = configured?.minTtl ?? 10
    stale.retryAt = exchange.now + wait * 1000
    exchange.servesStale = true
    exchange.found = stale
    exchange.foundTier = 0
    exchange.originResponse = null
    note?.(
      `The origin fails with ${originResponse.status}, so the expired object is served; the origin is asked again after the error caching minimum TTL of ${wait} s.`,
      configured ? [configured.path] : [],
    )
  },
})
