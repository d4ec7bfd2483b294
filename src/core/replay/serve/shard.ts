/**
 * Shares of a log for workers: each serves the requests for some paths. A cache key begins with its path, so requests that
 * could share an object are in one share, whatever their method, host and protocol are.
 */

import { columnOf } from '#core/replay/read/columns.ts'
import type { LineClock } from '#core/replay/read/line-reader.ts'
import { pathOf } from '#core/replay/read/line-request.ts'
import { isAbsent, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { LogShare } from '#core/replay/read/log-reader.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { LogWindow } from './window.ts'

export interface Shard {
  /** From 0. */
  readonly index: number
  readonly of: number
}
export const wholeLog: Shard = { index: 0, of: 1 }

const slash = 47
const dot = 46
/** Bytes that a path has as they are; any other makes its spelling one of several. */
const isPlain = new Uint8Array(256)
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~!$&'()*+,;=:@/.")
  isPlain[character.charCodeAt(0)] = 1

/** FNV-1a. */
const basis = 0x811c9dc5 | 0
const step = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193)
function spread(hash: number, shards: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % shards
}

/** Tells whose a path is. */
export class Sharding {
  readonly shard: Shard
  private readonly root: string

  constructor(shard: Shard, { defaultRootObject }: CompiledDistribution) {
    this.shard = shard
    this.root = `/${defaultRootObject}`
  }

  /** The shard of a path as it stands in cache keys. */
  ofKeyPath(path: string): number {
    let hash = basis
    for (let at = 0; at < path.length; at += 1) hash = step(hash, path.charCodeAt(at))
    return spread(hash, this.shard.of)
  }

  /** The shard of a line; the first one takes those without a path. Only the column of the path is looked at. */
  ofLine(line: LogLine): number {
    const { of } = this.shard
    if (of === 1) return 0
    const field = line.fieldOf[columnOf['cs-uri-stem']] ?? -1
    if (field < 0) return 0
    const { bytes, stops } = line
    const start = (stops[field] ?? 0) + 1
    const end = stops[field + 1] ?? 0
    if (end - start < 2 || bytes[start] !== slash) return this.ofUnusual(line)
    let hash = basis
    let before = 0
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number // within the line
      if (isPlain[byte] === 0 || (byte === dot && before === slash)) return this.ofUnusual(line)
      hash = step(hash, byte)
      before = byte
    }
    return spread(hash, of)
  }

  /** Of a path that can be spelled in several ways, or for which the default root object stands. */
  private ofUnusual(line: LogLine): number {
    if (isAbsent(line, columnOf['cs-uri-stem'])) return 0
    const path = pathOf(textOf(line, columnOf['cs-uri-stem']) ?? '/')
    return this.ofKeyPath(path === '/' ? this.root : path)
  }
}

/** What a shard takes of a log, and that of other shards' lines only the time matters: it moves the window. */
export class ShardShare implements LogShare {
  readonly isPartial: boolean
  readonly ownsPathless: boolean
  private readonly sharding: Sharding
  private readonly clock: LineClock
  private readonly window: LogWindow

  constructor(sharding: Sharding, clock: LineClock, window: LogWindow) {
    this.sharding = sharding
    this.clock = clock
    this.window = window
    this.isPartial = sharding.shard.of > 1
    this.ownsPathless = sharding.shard.index === 0
  }

  owns(line: LogLine): boolean {
    return this.sharding.ofLine(line) === this.sharding.shard.index
  }

  pass(line: LogLine): void {
    const time = this.clock.timeOf(line)
    if (!Number.isNaN(time)) this.window.pass(time)
  }
}
