/** The story of one request, for the code lens. */

import { play } from '#cli/mcp/played.ts'
import { tellStory } from '#cli/story.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { sourceOf } from './opened.ts'
import type { Session } from './session.ts'

/** Arguments: the text's address, a distribution's logical id, and the URL that is asked for. */
export async function traceText(
  session: Session,
  [uri, distribution, url = '/']: readonly unknown[],
): Promise<string> {
  const open = session.at(String(uri))
  if (!open?.lastGood) return 'This text does not read as a design yet.'
  const { document } = open.lastGood
  const address = String(url).startsWith('/')
    ? `https://d111111abcdef8.cloudfront.net${String(url)}`
    : String(url)
  const request = { method: 'GET', url: address, headers: {}, viewer: {} }
  const id = String(distribution)
  const results = await play(
    { opened: sourceOf(open.file, open.lastGood), distribution: id },
    [request, request],
    1,
  )
  if (!results.ok) return results.error
  return results.value
    .map((result, index) =>
      tellStory(
        index === 0 ? `GET ${address} (cold)` : 'the same, one second later (warm)',
        result,
        hintsFor({ document, distribution: id, request, result }),
        (path) => {
          const place = open.lastGood?.locate(path)
          return place && `${open.file}:${place.line}:${place.column}`
        },
      ),
    )
    .join('\n')
}
