import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const originFailover = defineStage({
  id: 'origin-failover',
  at: 'region',
  title: 'Origin failover',
  explained: 'after-origin',
  basis: { documented: guide('high_availability_origin_failover') },
  run(exchange, note) {
    const { target } = exchange
    if (!target?.isGroup || exchange.originIndex > 0) return
    const status = exchange.originResponse?.status
    const fails =
      exchange.originFault !== null || (status !== undefined && target.failoverStatuses.has(status))
    if (!fails) return
    const next = target.origins[exchange.originIndex + 1]
    const why =
      exchange.originFault === null
        ? `Status ${status} is in the failover criteria`
        : 'The primary origin gave no answer'
    if (!['GET', 'HEAD', 'OPTIONS'].includes(exchange.request.method)) {
      note?.(`${why}, but ${exchange.request.method} requests do not fail over.`, [target.path])
      return
    }
    note?.(next ? `${why}: CloudFront asks “${next.id}”.` : `${why}, but the group has no second origin.`, [
      target.path && [...target.path, 'FailoverCriteria'],
    ])
    exchange.nextOrigin = next !== undefined
  },
})
