import type { ResponseHeadersPolicyConfig } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { addCors } from '#core/trace/engine/cors.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { securityHeaders } from '#core/trace/engine/security-headers.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'
import { serverTiming } from '#core/trace/message/server-timing.ts'

function addServerTiming(
  exchange: Exchange,
  response: EngineResponse,
  config: ResponseHeadersPolicyConfig,
): boolean {
  const timing = known(config.ServerTimingHeadersConfig)
  if (!timing || known(timing.Enabled) !== true) return false
  const rate = Number(known(timing.SamplingRate) ?? 0)
  const asked = exchange.request.headers.first('pragma')?.toLowerCase() === 'server-timing'
  if (!asked && exchange.engine.ids.random() * 100 >= rate) return false
  response.headers.append('server-timing', serverTiming(exchange))
  return true
}

export const responseHeadersPolicy = defineStage({
  id: 'response-headers-policy',
  at: 'row',
  title: 'Response headers policy',
  explained: 'after-origin',
  basis: {
    inferred:
      'Applied before the viewer-response function; also to what functions and CloudFront make themselves.',
    docs: guide('understanding-response-headers-policies'),
  },
  run(exchange, note) {
    const { response, behavior } = exchange
    const policy = behavior?.responseHeaders
    if (!response || !policy) return
    const { config, path } = policy
    const { headers } = response
    const removed = knownItems(config.RemoveHeadersConfig)
      .map(({ Header }) => known(Header)?.toLowerCase())
      .filter((name) => name !== undefined && headers.delete(name))
    const added = addCors(exchange, response, known(config.CorsConfig))
    for (const [name, value, override] of [
      ...securityHeaders(known(config.SecurityHeadersConfig)),
      ...knownItems(config.CustomHeadersConfig).map(
        ({ Header, Value, Override }) =>
          [known(Header)?.toLowerCase() ?? '', known(Value) ?? '', known(Override) === true] as const,
      ),
    ]) {
      if (name === '' || (headers.has(name) && !override)) continue
      headers.set(name, value)
      added.push(name)
    }
    if (addServerTiming(exchange, response, config)) added.push('server-timing')
    if (!note) return
    const parts = [
      ...(removed.length > 0 ? [`removes ${removed.join(', ')}`] : []),
      ...(added.length > 0 ? [`sets ${added.join(', ')}`] : []),
    ]
    note(parts.length > 0 ? `The policy ${parts.join(' and ')}.` : 'The policy changes nothing here.', [path])
  },
})
