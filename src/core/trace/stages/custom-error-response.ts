import { noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide, inferred } from '#core/trace/engine/stage.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'

/** Fetches the page as a viewer's GET for its path would be served, without viewer functions. */
async function fetchPage(exchange: Exchange, pagePath: string): Promise<EngineResponse | null> {
  const { request, engine, distribution } = exchange
  if (!distribution) return null
  const headers = request.headers.copy()
  for (const name of [
    'range',
    'if-none-match',
    'if-modified-since',
    'if-match',
    'if-unmodified-since',
    'if-range',
    'content-length',
    'content-type',
  ])
    headers.delete(name)
  const question = pagePath.indexOf('?')
  const path = question < 0 ? pagePath : pagePath.slice(0, question)
  const query = question < 0 ? '' : pagePath.slice(question + 1)
  const page = new Exchange(
    engine,
    { ...request, method: 'GET', path, query, headers, body: '' },
    exchange.now,
    exchange.pop,
    exchange.requestId,
  )
  page.isErrorPage = true
  page.origins = exchange.origins
  page.recorder = exchange.recorder
  page.distribution = distribution
  page.tenant = exchange.tenant
  page.isStaging = exchange.isStaging
  page.behavior = distribution.chooseBehavior(path)
  await engine.fetchObject(page)
  exchange.originRequests.push(...page.originRequests)
  exchange.attempts += page.attempts
  exchange.functions.push(...page.functions)
  return page.response
}

export const customErrorResponse = defineStage({
  id: 'custom-error-response',
  at: 'row',
  title: 'Custom error response',
  explained: 'after-origin',
  basis: { documented: guide('GeneratingCustomErrorResponses') },
  run(exchange, note) {
    const { response, distribution } = exchange
    if (!response || response.status < 400 || !distribution || response.from === 'viewer-request-function')
      return
    const configured = distribution.errorResponses.get(response.status)
    if (!configured || configured.pagePath === null || exchange.isGrpc || exchange.isConnectionRefused) return
    const { pagePath, responseCode, path } = configured
    exchange.errorStatus = response.status
    const kept = exchange.found ?? exchange.stored
    const answer = (page: EngineResponse) => {
      exchange.response = { ...page, headers: page.headers.copy(), from: 'edge' }
      if (exchange.request.method === 'HEAD') exchange.response.body = noBody
    }
    const placed = distribution.chooseBehavior(pagePath.split('?', 1)[0] ?? pagePath)
    if (placed.signing !== null) {
      note?.(
        `The error page “${pagePath}” is served by the behavior “${placed.pattern}”, which wants signed requests, so it cannot be fetched: the viewer gets CloudFront's own ${exchange.errorStatus}.`,
        [path, placed.path],
        inferred('AWS does not say that pages are exempt.', 'GeneratingCustomErrorResponses'),
      )
      return
    }
    if (kept?.errorPage) {
      note?.(`The error page “${pagePath}” is kept together with the ${exchange.errorStatus}.`, [path])
      answer(kept.errorPage)
      return
    }
    return fetchPage(exchange, pagePath).then((page) => {
      if (!page || page.status >= 400) {
        const status = page?.status ?? 502
        note?.(
          `The error page “${pagePath}” could not be fetched (${status}), so the viewer gets that status.`,
          [path],
        )
        exchange.response = {
          status,
          headers: page?.headers ?? HeaderFields.empty(),
          body: noBody,
          encodedSize: null,
          from: 'edge',
        }
        return
      }
      const status = responseCode ?? exchange.errorStatus
      note?.(
        `${exchange.errorStatus} becomes ${status} with the page “${pagePath}”, for every behavior of the distribution.`,
        [path],
      )
      const headers = page.headers.copy()
      headers.delete('age')
      const made = { ...page, headers, status }
      if (kept) kept.errorPage = made
      answer(made)
    })
  },
})
