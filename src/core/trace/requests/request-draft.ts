/** A request as a form holds it: every field a text, so that half-typed ones stay as they are. */
import { headerRecord } from '#core/http/header-fields.ts'
import type { HeaderFields, Viewer, ViewerRequest } from '#core/model/scenario.ts'
import { popByCode } from '#core/trace/engine/pops.ts'

export interface RequestDraft {
  readonly method: string
  readonly url: string
  /** One field a line. */
  readonly headers: string
  /** `a=1; b=2`. */
  readonly cookies: string
  readonly body: string
  readonly pop: string
  /** Empty: that of the point of presence. */
  readonly country: string
  readonly ip: string
  /** Empty: HTTP/2. */
  readonly httpVersion: string
  /** As CloudFront-Viewer-TLS says it; empty: TLS 1.3. */
  readonly tls: string
}

export const firstDraft: RequestDraft = {
  method: 'GET',
  url: '/',
  headers: '',
  cookies: '',
  body: '',
  pop: 'FRA56',
  country: '',
  ip: '',
  httpVersion: '',
  tls: '',
}

/** Header fields of a text: a line each, or several on a line with `; Name:` between them. Lines without a colon are left out. */
export function parseHeaderLines(text: string): Record<string, string | string[]> {
  const fields: [name: string, value: string][] = []
  for (const part of text.split(/\n|;(?=\s*[A-Za-z0-9-]+\s*:(?!\/\/))/)) {
    const colon = part.indexOf(':')
    if (colon <= 0) continue
    fields.push([part.slice(0, colon).trim(), part.slice(colon + 1).trim()])
  }
  return headerRecord(fields)
}

/** The lines of a text that are no header fields: said beside the form, since they are not sent. */
export const strayLines = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && line.indexOf(':') <= 0)

const versions: readonly string[] = ['1.0', '1.1', '2', '3']
const isVersion = (text: string): text is NonNullable<Viewer['httpVersion']> => versions.includes(text)

/** The request that a form stands for. */
export function toViewerRequest(draft: RequestDraft): ViewerRequest {
  const { method, url, cookies, body, pop, ip, httpVersion, tls } = draft
  const headers = parseHeaderLines(draft.headers)
  const all = cookies.trim() === '' ? headers : { ...headers, Cookie: cookies.trim() }
  return {
    method,
    url: url.trim() === '' ? '/' : url.trim(),
    ...(Object.keys(all).length > 0 && { headers: all }),
    ...(body !== '' && { body }),
    viewer: {
      pop,
      country: draft.country.trim() === '' ? popByCode(pop).country : draft.country.trim().toUpperCase(),
      ...(ip.trim() !== '' && { ip: ip.trim() }),
      ...(isVersion(httpVersion) && { httpVersion }),
      ...(tls !== '' && { tls }),
    },
  }
}

const headerLines = (headers: HeaderFields | undefined): string =>
  Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() !== 'cookie')
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
    .join('\n')

/** A request in the form; what it leaves open of the viewer stays as the form had it. */
export function toDraft(request: ViewerRequest, before: RequestDraft = firstDraft): RequestDraft {
  const { method = 'GET', url, headers, body = '', viewer = {} } = request
  const cookies = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'cookie')?.[1]
  return {
    method,
    url,
    headers: headerLines(headers),
    cookies: [cookies ?? []].flat().join('; '),
    body,
    pop: viewer.pop ?? before.pop,
    country: viewer.country ?? '',
    ip: viewer.ip ?? '',
    httpVersion: viewer.httpVersion ?? '',
    tls: typeof viewer['tls'] === 'string' ? viewer['tls'] : '',
  }
}

/** The form with another User-Agent; none where the text is empty. */
export function withUserAgent(draft: RequestDraft, userAgent: string): RequestDraft {
  const others = draft.headers
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*user-agent\s*:/i.test(line))
  return {
    ...draft,
    headers: [...(userAgent === '' ? [] : [`User-Agent: ${userAgent}`]), ...others].join('\n'),
  }
}
