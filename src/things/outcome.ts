/** What came of a request in one of six kinds, each of which has a color, a shape and a word of its own. */
import type { RequestResult } from '#core/model/scenario.ts'

export type Outcome = 'hit' | 'refresh' | 'miss' | 'made' | 'error' | 'refused'

/** The shapes of the kinds, so that nothing is said by a color alone. */
export const outcomeShapes: Readonly<Record<Outcome, string>> = {
  hit: '●',
  refresh: '◆',
  miss: '○',
  made: '◇',
  error: '■',
  refused: '▲',
}

/** The kind of a finished request: an answer that CloudFront itself refuses with is no error of an origin. */
export function outcomeOf({
  status,
  resultType,
  servedBy,
}: Pick<RequestResult, 'status' | 'resultType' | 'servedBy'>): Outcome {
  if (status >= 400) return status < 500 && servedBy === 'edge-generated' ? 'refused' : 'error'
  if (resultType === 'Hit' || resultType === 'OriginShieldHit') return 'hit'
  if (resultType === 'RefreshHit') return 'refresh'
  return servedBy === 'function' || servedBy === 'edge-generated' ? 'made' : 'miss'
}
