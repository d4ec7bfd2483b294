import { bodyOf } from '#core/http/body.ts'
import { HeaderFields, listItems } from '#core/http/header-fields.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorS3Origin.html */
const bucketsOwn = ['x-amz-id-2', 'x-amz-request-id'] as const

const forwardsCookies = ({ key, forward }: CompiledBehavior) =>
  key.cookies.mode !== 'none' || forward.cookies.mode !== 'none'

/** `Vary` keeps what can make a difference: Accept-Encoding, Cookie, and the headers in the key. */
function cleanVary(headers: HeaderFields, behavior: CompiledBehavior): string[] {
  const vary = listItems(headers.combined('vary'))
  if (vary.length === 0) return []
  // “Vary: *” with a minimum TTL of 0 keeps the response out of the caches, so it has to stay.
  const isKept = (name: string) =>
    (name === '*' && behavior.ttl.min === 0) ||
    ['accept-encoding', 'cookie'].includes(name.toLowerCase()) ||
    behavior.key.headers.takes(name.toLowerCase())
  const kept = vary.filter(isKept)
  if (kept.length === 0) headers.delete('vary')
  else headers.set('vary', kept.join(', '))
  return vary.filter((name) => !isKept(name))
}

/** CloudFront's own answer where no origin gave one. */
function answerFault(exchange: Exchange): void {
  const fault = exchange.originFault
  if (fault === null || exchange.originResponse) return
  const status = fault === 'connect-timeout' || fault === 'response-timeout' ? 504 : 502
  exchange.originResponse = {
    status,
    headers: HeaderFields.from({ server: 'CloudFront', 'content-type': 'text/html' }),
    body: bodyOf(''),
    encodedSize: null,
    from: 'edge',
  }
}

export const originResponse = defineStage({
  id: 'origin-response',
  at: 'region',
  title: 'Origin response',
  explained: 'never',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const { behavior, engine } = exchange
    answerFault(exchange)
    const response = exchange.originResponse
    if (!response || !behavior) return
    const { headers } = response
    for (const name of listItems(headers.combined('connection'))) headers.delete(name.toLowerCase())
    headers.filter((name) => !hopByHop.has(name))
    if (response.from === 'edge')
      note?.(`No origin answered, so CloudFront makes a ${response.status} itself.`)
    if (engine.sharedRules !== null) return
    if (exchange.originRequest?.origin.kind === 's3') for (const name of bucketsOwn) headers.delete(name)
    if (headers.has('set-cookie') && !forwardsCookies(behavior)) {
      headers.delete('set-cookie')
      note?.('Set-Cookie is removed, since the behavior forwards no cookies.', [
        behavior.key.path,
        behavior.forward.path,
      ])
    }
    const varied = cleanVary(headers, behavior)
    if (varied.length > 0)
      note?.(`Vary loses ${varied.join(', ')}: what is not in the cache key makes no difference.`, [
        behavior.key.path,
      ])
  },
})
