/**
 * A viewer's request but for its URL: method, header fields and what is known of the viewer. Few distinct ones come again
 * and again, so each is read once.
 */
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import type { Viewer, ViewerRequest } from '#core/model/scenario.ts'
import { requestFault } from '#core/trace/engine/request-fault.ts'
import type { Plan } from './plan.ts'
import { Recent } from './recent.ts'

type Given = Readonly<Record<string, Json | readonly string[] | undefined>> | undefined

/** Names and values in turn; null where a value is more than one text or number. */
function flat(given: Given): Json[] | null {
  const fields: Json[] = []
  for (const name in given) {
    const value = given[name]
    if (value === undefined || typeof value === 'object') return null
    fields.push(name, value as Json)
  }
  return fields
}

function isSame(given: Given, fields: readonly Json[]): boolean {
  let at = 0
  for (const name in given) {
    if (fields[at] !== name || fields[at + 1] !== given[name]) return false
    at += 2
  }
  return at === fields.length
}

export class Head {
  readonly method: string
  readonly headers: HeaderFields
  readonly viewer: Viewer
  /** What its requests come to, by site and behavior. */
  readonly plans = new Map<string, (Plan | undefined)[]>()
  private readonly givenMethod: string | undefined
  private readonly givenHeaders: readonly Json[]
  private readonly givenViewer: readonly Json[]

  constructor(
    { method, headers, viewer }: ViewerRequest,
    givenHeaders: readonly Json[],
    givenViewer: readonly Json[],
  ) {
    this.givenMethod = method
    this.givenHeaders = givenHeaders
    this.givenViewer = givenViewer
    this.method = (method ?? 'GET').toUpperCase()
    this.headers = HeaderFields.from(headers)
    this.headers.delete('host')
    this.viewer = { ...viewer }
  }

  matches({ method, headers, body, viewer }: ViewerRequest): boolean {
    return (
      method === this.givenMethod &&
      (body === undefined || body === '') &&
      isSame(headers, this.givenHeaders) &&
      isSame(viewer, this.givenViewer)
    )
  }
}

const rememberedHeads = 4096

export class Heads {
  private last: Head | null = null
  private readonly known = new Recent<string, Head>(rememberedHeads)

  /** The head of a request; null for one that has a fault, a body, or fields that are lists. */
  of(request: ViewerRequest): Head | null {
    const { last } = this
    return last?.matches(request) ? last : this.find(request)
  }

  private find(request: ViewerRequest): Head | null {
    const { method, headers, body, viewer } = request
    const givenHeaders = flat(headers)
    const givenViewer = flat(viewer)
    if (givenHeaders === null || givenViewer === null || (body !== undefined && body !== '')) return null
    const text = `${method}\n${givenHeaders.join('\n')}\n\n${givenViewer.join('\n')}`
    const known = this.known.get(text)
    const head = known?.matches(request) ? known : this.make(request, givenHeaders, givenViewer)
    if (head === null) return null
    this.known.set(text, head)
    this.last = head
    return head
  }

  private make(request: ViewerRequest, headers: readonly Json[], viewer: readonly Json[]): Head | null {
    return requestFault(request) === undefined ? new Head(request, headers, viewer) : null
  }
}
