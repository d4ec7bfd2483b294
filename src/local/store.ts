/**
 * Where cached objects lie: as many bytes as were allowed, in all caches together. What was not used for longest goes
 * first. An object that one cache got from another is held once.
 */
import type { CachedObject } from '#core/trace/engine/cache.ts'
import { bodyFlow } from './bytes/body.ts'
import { Flow } from './bytes/flow.ts'

export interface StoreLimits {
  /** Bytes of all objects together. */
  readonly bytes: number
  /** Bytes of the largest object that is kept. */
  readonly objectBytes: number
}

interface Held {
  bytes: number
  /** In how many caches it lies. */
  places: number
}

/** What an object takes besides its body and headers, roughly. */
const overhead = 1000

export class ObjectStore {
  private readonly limits: StoreLimits
  /** The one that was used last comes last. */
  private readonly held = new Map<CachedObject, Held>()
  private readonly caches: PlaceStore[] = []
  bytes = 0

  constructor(limits: StoreLimits) {
    this.limits = limits
  }

  get count(): number {
    return this.held.size
  }

  /** The store of one cache. */
  place(): Map<string, CachedObject> {
    const store = new PlaceStore(this)
    this.caches.push(store)
    return store
  }

  /** Whether an object may be kept at all; one that may not is passed on. */
  admits(object: CachedObject): boolean {
    const { size, source } = object.body
    return size <= this.limits.objectBytes && !(source instanceof Flow && source.isSpent)
  }

  hold(object: CachedObject): void {
    const known = this.held.get(object)
    if (known) {
      known.places += 1
      return
    }
    const flow = bodyFlow(
      object.body,
      object.encodedSize === null ? null : object.headers.first('content-encoding'),
    )
    const size = flow ? flow.size : object.body.content.length
    const bytes = overhead + 2 * object.headers.size + size
    this.held.set(object, { bytes, places: 1 })
    this.bytes += bytes
    // One that has come whole is kept too: else the first to read a part of it would let the rest go.
    flow?.keep(flow.state === 'ended' ? null : (changed) => this.changed(object, changed))
    this.makeRoom(object)
  }

  leave(object: CachedObject): void {
    const held = this.held.get(object)
    if (!held) return
    held.places -= 1
    if (held.places > 0) return
    this.held.delete(object)
    this.bytes -= held.bytes
  }

  touch(object: CachedObject): void {
    const held = this.held.get(object)
    if (!held) return
    this.held.delete(object)
    this.held.set(object, held)
  }

  private changed(object: CachedObject, flow: Flow): void {
    const held = this.held.get(object)
    if (flow.state === 'broken') {
      this.remove(object)
      return
    }
    if (flow.received > this.limits.objectBytes) {
      this.remove(object)
      flow.release()
      return
    }
    if (!held || flow.length !== null) return
    const bytes = overhead + 2 * object.headers.size + flow.received
    this.bytes += bytes - held.bytes
    held.bytes = bytes
    this.makeRoom(object)
  }

  private makeRoom(newest: CachedObject): void {
    for (const [object] of this.held) {
      if (this.bytes <= this.limits.bytes) return
      if (object !== newest) this.remove(object)
    }
  }

  private remove(object: CachedObject): void {
    for (const cache of this.caches) cache.forget(object)
  }
}

/** The objects of one cache, as the engine sees them. */
class PlaceStore extends Map<string, CachedObject> {
  private readonly store: ObjectStore

  constructor(store: ObjectStore) {
    super()
    this.store = store
  }

  override get(key: string): CachedObject | undefined {
    const object = super.get(key)
    if (object) this.store.touch(object)
    return object
  }

  override set(key: string, object: CachedObject): this {
    const before = super.get(key)
    if (before === object) return this
    if (before) this.store.leave(before)
    if (!this.store.admits(object)) {
      super.delete(key)
      return this
    }
    super.set(key, object)
    this.store.hold(object)
    return this
  }

  override delete(key: string): boolean {
    const object = super.get(key)
    if (object) this.store.leave(object)
    return super.delete(key)
  }

  override clear(): void {
    for (const object of this.values()) this.store.leave(object)
    super.clear()
  }

  forget(object: CachedObject): void {
    if (super.get(object.key) === object) this.delete(object.key)
  }
}
