/** What a server once answered, as a rule of a scripted origin: from a pasted response or a HAR file. */
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { OriginRule } from '#core/model/scenario.ts'

export type ResponseOfRule = NonNullable<OriginRule['response']>

/** What CloudFront writes itself, and what belongs to one connection: not the origin's words. */
const notTheOrigins = new Set([
  'via',
  'x-cache',
  'x-amz-cf-pop',
  'x-amz-cf-id',
  'age',
  'alt-svc',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
])

/** The headers that an origin sent, with repeated ones as lists; those of CloudFront and of the transfer are left out. */
export function originHeaders(
  fields: readonly (readonly [name: string, value: string])[],
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = bare()
  for (const [name, value] of fields) {
    if (name.startsWith(':') || notTheOrigins.has(name.toLowerCase())) continue
    const same = Object.keys(headers).find((known) => known.toLowerCase() === name.toLowerCase()) ?? name
    const before = headers[same]
    headers[same] = before === undefined ? value : [before, value].flat()
  }
  return headers
}

/** Reads what `curl -i` prints: a status line, headers, an empty line, a body. The last response of several counts. */
export function parseResponseText(text: string): Result<ResponseOfRule, string> {
  const lines = text.replaceAll('\r\n', '\n').trimStart().split('\n')
  const starts = lines.flatMap((line, index) => (/^HTTP\/[\d.]+ \d{3}\b/.test(line) ? [index] : []))
  const start = starts.findLast((index) => index === 0 || lines[index - 1] === '')
  if (start === undefined)
    return failed('This is no HTTP response: it does not begin with a status line such as “HTTP/2 200”.')
  const end = lines.indexOf('', start)
  const head = lines.slice(start + 1, end < 0 ? undefined : end)
  const wrong = head.find((line) => line !== '' && line.indexOf(':') <= 0)
  if (wrong !== undefined) return failed(`“${wrong}” is no header; write it as “Name: value”.`)
  const fields = head
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
    })
  const length = Number(fields.find(([name]) => name.toLowerCase() === 'content-length')?.[1])
  const body = end < 0 ? '' : lines.slice(end + 1).join('\n')
  return ok({
    status: Number(/ (\d{3})/.exec(lines[start] ?? '')?.[1]),
    headers: originHeaders(fields),
    ...(body !== '' ? { body } : Number.isFinite(length) && { bodySize: length }),
  })
}
