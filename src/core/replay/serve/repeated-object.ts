/**
 * An object that the origin's answer leaves in the caches as an earlier one did for another path: what both have in common
 * is held once, since a log names hundreds of thousands.
 */
import type { Body } from '#core/http/body.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { CachedObject } from '#core/trace/engine/cache.ts'
import { encodedSize } from '#core/trace/engine/encodings.ts'
import type { EngineResponse } from '#core/trace/message/message.ts'

export class RepeatedObject implements CachedObject {
  readonly key: string
  readonly path: string
  readonly bornAt: number
  freshUntil: number
  retryAt = 0
  errorPage: EngineResponse | null = null
  private readonly template: CachedObject
  private readonly size: number

  /** `size` is that of the origin's body. */
  constructor(template: CachedObject, key: string, path: string, size: number, now: number) {
    this.template = template
    this.key = key
    this.path = path
    this.size = size
    this.bornAt = now
    this.freshUntil = now + template.ttl * 1000
  }

  get viewerPath(): string {
    return this.path
  }
  get storedAt(): number {
    return this.bornAt
  }
  get body(): Body {
    return { content: '', size: this.size }
  }
  get encodedSize(): number | null {
    const { template } = this
    if (template.encodedSize === null) return null
    return encodedSize(this.body, template.headers.first('content-encoding') === 'br' ? 'br' : 'gzip')
  }
  get headers(): HeaderFields {
    const headers = this.template.headers.copy()
    if (headers.has('content-length')) headers.set('content-length', String(this.size))
    return headers
  }
  get distribution(): string {
    return this.template.distribution
  }
  get host(): string {
    return this.template.host
  }
  get query(): string {
    return this.template.query
  }
  get status(): number {
    return this.template.status
  }
  get cacheControl(): CachedObject['cacheControl'] {
    return this.template.cacheControl
  }
  get ttl(): number {
    return this.template.ttl
  }
  get maxTtl(): number {
    return this.template.maxTtl
  }
  get etag(): string | null {
    return this.template.etag
  }
  get lastModified(): string | null {
    return this.template.lastModified
  }
  get tags(): readonly string[] {
    return this.template.tags
  }
  get isError(): boolean {
    return this.template.isError
  }
}

/** Whether an object is one that can be repeated for other paths and sizes. */
export function isRepeatable(object: CachedObject): boolean {
  const { headers, body, status, viewerPath, path } = object
  const length = headers.first('content-length')
  const coding = headers.first('content-encoding')
  const isMeasured = object.encodedSize === null || object.encodedSize === sizeAs(object, coding)
  return (
    status === 200 &&
    viewerPath === path &&
    body.content === '' &&
    body.source === undefined &&
    (length === null || length === String(body.size)) &&
    isMeasured
  )
}

const sizeAs = ({ body }: CachedObject, coding: string | null): number =>
  encodedSize(body, coding === 'br' ? 'br' : 'gzip')
