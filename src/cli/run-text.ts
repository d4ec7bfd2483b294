/** One line for each request that `frontage run` serves. */
import { type Told, whyOf } from '#local/story.ts'

export function requestLine({ request, result, id }: Told): string {
  const { method, path, query, host } = request
  const address = `${host}${path}${query === '' ? '' : `?${query}`}`
  const behavior = result.behavior === null ? 'no behavior' : `behavior ${result.behavior}`
  const asked = result.originRequests.map(({ origin, status, error }) => `${origin} ${status ?? error}`)
  return [
    `${result.status} ${result.resultType} ${method} ${address}`,
    behavior,
    ...(asked.length > 0 ? [asked.join(', ')] : []),
    whyOf(result),
    id,
  ].join(' · ')
}
