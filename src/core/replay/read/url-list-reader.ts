/** Plain lists of URLs or paths, one a line, with an optional method before it; one request a second. */
import { columnNames, columnOf } from './columns.ts'
import type { FileTally, LogFormat, LogReader, TakeLine } from './log-reader.ts'
import { LineWriter } from './tabular-reader.ts'
import { TextLines } from './text-lines.ts'

const form = /^(?:([A-Z]{3,7})\s+)?(?:(https?):\/\/([^/?#\s]+))?(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#\S*)?$/i

/** A list has no times: its requests come a second apart, from 2026-01-01 on. */
const start = Date.UTC(2026, 0, 1) / 1000

/** True for a line that such a list may hold. */
export const isUrlLine = (text: string): boolean => {
  const match = form.exec(text.trim())
  return match !== null && (match[3] !== undefined || match[4] !== undefined)
}

export class UrlListReader implements LogReader {
  readonly format: LogFormat = 'URL list'
  private readonly writer = new LineWriter()
  private readonly text = new TextLines((line) => this.readLine(line))
  private readonly take: TakeLine
  private readonly tally: FileTally
  private urls = 0

  constructor(take: TakeLine, tally: FileTally) {
    this.take = take
    this.tally = tally
  }

  push(bytes: Uint8Array): void {
    this.text.push(bytes)
  }

  end(): void {
    this.text.end()
  }

  private readLine(text: string): void {
    this.tally.lines += 1
    if (text.startsWith('#')) {
      this.tally.comments += 1
      return
    }
    const match = form.exec(text)
    const [, method = 'GET', protocol = 'https', host, path, query] = match ?? []
    if (!match || (host === undefined && path === undefined)) {
      this.tally.refuse('The line is no URL: it starts with neither http://, https:// nor a slash.', text)
      return
    }
    const values = new Array<string | undefined>(columnNames.length)
    values[columnOf.timestamp] = String(start + this.urls)
    values[columnOf['cs-method']] = method.toUpperCase()
    values[columnOf['cs-protocol']] = protocol.toLowerCase()
    values[columnOf['x-host-header']] = host?.toLowerCase()
    values[columnOf['cs-uri-stem']] = path ?? '/'
    values[columnOf['cs-uri-query']] = query
    this.urls += 1
    const reason = this.take(this.writer.write(values))
    if (reason === null) this.tally.requests += 1
    else this.tally.refuse(reason, text)
  }
}
