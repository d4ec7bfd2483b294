/** Says of each line of a log whose shard it is and when it was, so that others can bring lines together and into order. */
import { LineClock, whyNot } from '#core/replay/read/line-reader.ts'
import type { LogLine } from '#core/replay/read/log-line.ts'
import { FileTally, type LogShare, takeShare } from '#core/replay/read/log-reader.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { Sharding } from '#core/replay/serve/shard.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'

const everything: LogShare = { isPartial: false, ownsPathless: true, owns: () => true, pass: () => undefined }

export interface Routed {
  readonly shard: number
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly line: string
}
export interface RouteCounts {
  readonly lines: number
  readonly unreadable: number
}

/** `header` is the log's line of fields, empty where lines name their fields themselves. */
export async function routeLines(
  lines: AsyncIterable<string>,
  header: string,
  distribution: CompiledDistribution,
  shards: number,
  write: (routed: Routed) => void,
): Promise<RouteCounts> {
  const sharding = new Sharding({ index: 0, of: shards }, distribution)
  const clock = new LineClock()
  let line = ''
  const take = (read: LogLine): string | null => {
    const time = clock.timeOf(read)
    if (Number.isNaN(time)) return 'The line has no time.'
    const reason = whyNot(read)
    if (reason === null) write({ shard: sharding.ofLine(read), time, line })
    return reason
  }
  const tally = new FileTally('-', everything)
  const reader = new AnyLogReader(takeShare(take, tally), tally, undefined)
  const encoder = new TextEncoder()
  if (header !== '') reader.push(encoder.encode(`${header}\n`))
  for await (const next of lines) {
    if (next.startsWith('#') || next === '') continue
    line = next
    reader.push(encoder.encode(`${next}\n`))
  }
  await reader.end()
  return { lines: tally.lines, unreadable: tally.unreadable }
}
