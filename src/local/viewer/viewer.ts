/** Who the viewer is to be: `country=DE,pop=FRA56`, or the same as JSON. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { Viewer } from '#core/model/scenario.ts'

const versions: readonly string[] = ['1.0', '1.1', '2', '3']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checked(viewer: Record<string, unknown>): Result<Viewer, string> {
  for (const name of ['ip', 'country', 'pop'] as const)
    if (viewer[name] !== undefined && typeof viewer[name] !== 'string')
      return failed(`The viewer's “${name}” has to be text.`)
  const { httpVersion } = viewer
  if (httpVersion !== undefined && !versions.includes(String(httpVersion)))
    return failed(`The viewer's “httpVersion” is one of ${versions.join(', ')}.`)
  // Further properties are free, as they are in a scenario.
  return ok(viewer as Viewer)
}

/** Reads the viewer from JSON that was parsed already; what is `null` goes back to what it was without. */
export const viewerFrom = (value: unknown): Result<Viewer, string> =>
  isObject(value)
    ? checked(Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)))
    : failed('A viewer is an object, such as {"country":"DE","pop":"FRA56"}.')

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads `name=value` pairs by commas; a value may be percent-encoded. */
export function parseViewer(text: string): Result<Viewer, string> {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) {
    try {
      return viewerFrom(JSON.parse(trimmed))
    } catch {
      return failed('The viewer is no JSON object.')
    }
  }
  const pairs = trimmed.split(',').filter((pair) => pair.trim() !== '')
  if (pairs.some((pair) => pair.indexOf('=') <= 0))
    return failed('Write the viewer as country=DE,pop=FRA56: names and values, by commas.')
  return viewerFrom(
    Object.fromEntries(
      pairs.map((pair) => {
        const equals = pair.indexOf('=')
        return [pair.slice(0, equals).trim(), decoded(pair.slice(equals + 1).trim())]
      }),
    ),
  )
}
