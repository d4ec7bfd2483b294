/** The requests of one URL under one plan: what they have in common, and how the last of them was served. */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Viewer } from '#core/model/scenario.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { keyedQuery, keyStart } from '#core/trace/stages/cache-key.ts'
import { sentQuery } from '#core/trace/stages/origin-request.ts'
import type { Answer } from './answer.ts'
import type { Plan } from './plan.ts'

/** A URL in its parts. */
export interface Address {
  readonly url: string
  readonly protocol: 'http' | 'https'
  readonly host: string
  readonly path: string
  readonly query: string
  /** Protocol and host. */
  readonly site: string
  readonly behavior: CompiledBehavior
  /** Its place in the distribution. */
  readonly place: number
}

/** It is the request itself: a million of them are looked at, each once in a long while, and every object costs. */
export class Way implements EngineRequest {
  // What each repeat looks at stands together.
  readonly plan: Plan
  /** What lay at the edge last, and how it was served. */
  object: CachedObject | null = null
  answer: Answer | null = null
  readonly key: string
  readonly keyQuery: string
  readonly path: string
  readonly query: string
  readonly sentQuery: string
  readonly method: string
  readonly protocol: 'http' | 'https'
  readonly host: string
  readonly headers: HeaderFields
  readonly body = ''
  readonly viewer: Viewer
  readonly url: string

  constructor({ url, protocol, host, path, query, behavior }: Address, plan: Plan) {
    const { method, headers, viewer } = plan.head
    this.plan = plan
    this.keyQuery = keyedQuery(query, behavior)
    this.sentQuery = sentQuery(query, behavior)
    this.key = keyStart(path, this.keyQuery) + plan.keyEnd
    this.method = method
    this.protocol = protocol
    this.host = host
    this.path = path
    this.query = query
    this.headers = headers
    this.viewer = viewer
    this.url = url
  }
}
