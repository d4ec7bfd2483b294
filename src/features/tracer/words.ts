/** Traces in a few words, for lists, outcomes and announcements. */
import type { RequestResult } from '#core/model/scenario.ts'
import type { Traced } from '#state/trace.ts'

export const outcome = ({ status, xCache, servedBy }: RequestResult): string =>
  `${status} · ${xCache ?? 'no X-Cache'} · served by ${servedBy.replaceAll('-', ' ')}`

/** What every distribution of a design without a name of its own is asked by: the path says more. */
const ownDomain = /^https?:\/\/d111111abcdef8\.cloudfront\.net/
export const shortUrl = ({ url }: Traced['request']): string => url.replace(ownDomain, '')

/** “3. GET /a (200 Hit, FRA56)”. */
export const numberedName = (
  number: number,
  { request, result }: Pick<Traced, 'request' | 'result'>,
): string =>
  `${number}. ${request.method ?? 'GET'} ${request.url} (${result.status} ${result.resultType}, ${placeOf(result)})`

export const requestName = (traced: Traced, first: number): string =>
  numberedName(traced.id - first + 1, traced)

export const placeOf = ({ headers }: RequestResult): string => String(headers['x-amz-cf-pop'] ?? '')

/** Header fields as lines. */
export const headerText = (headers: RequestResult['headers']): string =>
  Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
    .join('\n')

/** Milliseconds as people say them. */
export const timeText = (ms: number): string =>
  ms < 1000 ? `${ms} ms` : `${Number((ms / 1000).toFixed(1))} s`

/** Seconds as people say them: `59 s`, `5 min`, `3 h`, `365 d`. */
export function spanText(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const [unit, size] =
    whole < 120 ? ['s', 1] : whole < 7200 ? ['min', 60] : whole < 172_800 ? ['h', 3600] : ['d', 86_400]
  return `${seconds < 0 ? '-' : ''}${Math.round(whole / Number(size))} ${unit}`
}

export const clockText = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').slice(0, 19)
