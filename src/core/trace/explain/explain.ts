/** A whole trace as one paragraph, to be pasted into an issue or a mail. */
import type { OriginAttempt, RequestResult, TraceEvent, ViewerRequest } from '#core/model/scenario.ts'
import { stageList } from '#core/trace/engine/pipeline.ts'
import { popByCode } from '#core/trace/engine/pops.ts'
import type { Stage } from '#core/trace/engine/stage.ts'
import type { Hint } from './hints/hint.ts'

const explained = new Map<string, Stage['explained']>(stageList.map((stage) => [stage.id, stage.explained]))
const toldOf = ({ stage }: TraceEvent) => explained.get(stage) ?? 'never'

const servers = {
  edge: 'the edge cache',
  'regional-edge-cache': 'the regional edge cache',
  'origin-shield': 'Origin Shield',
  origin: 'the origin',
  function: 'an edge function',
  'edge-generated': 'CloudFront itself',
} as const

const sentence = (text: string) => (/[.!?:]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

function opening({ method = 'GET', url }: ViewerRequest, { behavior, headers }: RequestResult): string {
  const code = headers['x-amz-cf-pop']
  const place = typeof code === 'string' ? ` through ${popByCode(code).city} (${code})` : ''
  const taken =
    behavior === null
      ? 'was answered before a cache behavior was chosen'
      : behavior === '*'
        ? 'was taken by the default cache behavior'
        : `was taken by the cache behavior “${behavior}”`
  return `${method} ${url}${place} ${taken}.`
}

function attempt({ method, protocol, host, path, query, origin, status, error }: OriginAttempt): string {
  const came = status === undefined ? `failed (${error})` : `answered ${status}`
  return `“${origin}” was asked ${method} ${protocol}://${host}${path}${query === '' ? '' : `?${query}`} and ${came}`
}

/**
 * One paragraph of plain sentences: who took the request, what the caches and origins did and why, what came back, and
 * what is behind it.
 */
export function explain(request: ViewerRequest, result: RequestResult, hints: readonly Hint[] = []): string {
  const { status, xCache, servedBy, events, originRequests, ttl } = result
  const isTold = events.filter((event) => toldOf(event) !== 'never')
  const fetched = isTold.findIndex((event) => toldOf(event) === 'after-origin')
  const split = fetched < 0 ? isTold.length : fetched
  const story = isTold.map(({ detail, basis }) =>
    basis === 'inferred'
      ? `${sentence(detail).slice(0, -1)} (inferred, since AWS does not say).`
      : sentence(detail),
  )
  const asked = originRequests.length === 0 ? [] : [`${originRequests.map(attempt).join('; then ')}.`]
  const took = events.reduce((sum, { duration = 0 }) => sum + duration, 0)
  return [
    opening(request, result),
    ...story.slice(0, split),
    ...asked,
    ...story.slice(split),
    `The viewer got ${status} from ${servers[servedBy]}${xCache === null ? '' : ` with “X-Cache: ${xCache}”`}${took > 0 ? ` after ${took} ms of simulated network` : ''}${ttl === null ? '' : `; the answer was kept for ${ttl} s`}.`,
    ...hints.map(({ text }) => text),
  ].join(' ')
}
