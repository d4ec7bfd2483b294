/**
 * Standard logs of version 2 in JSON, one object a line, and what other services make of log lines in JSON.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { objectsIn } from './envelope.ts'
import type { FileTally, LogFormat, LogReader } from './log-reader.ts'
import type { RecordTaker } from './record-taker.ts'

const newline = 10

/** The documents of a text: one, or several that follow each other. Null where they are no JSON. */
export function documentsIn(text: string): unknown[] | null {
  try {
    return [JSON.parse(text)]
  } catch {
    const objects = objectsIn(text)
    if (objects.length < 2) return null
    try {
      return objects.map((object): unknown => JSON.parse(object))
    } catch {
      return null
    }
  }
}

export class JsonLinesReader implements LogReader {
  private readonly decoder = new TextDecoder()
  private readonly taker: RecordTaker
  private readonly tally: FileTally
  private rest = ''

  constructor(taker: RecordTaker, tally: FileTally) {
    this.taker = taker
    this.tally = tally
  }

  get format(): LogFormat {
    return this.taker.format
  }

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(newline)
    const text = this.rest + this.decoder.decode(bytes, { stream: true })
    if (end < 0) {
      this.rest = text
      return
    }
    const last = text.lastIndexOf('\n')
    let at = 0
    while (at <= last) {
      const next = text.indexOf('\n', at)
      this.readLine(text.slice(at, next))
      at = next + 1
    }
    this.rest = text.slice(last + 1)
  }

  end(): void {
    this.readLine(this.rest + this.decoder.decode())
    this.rest = ''
    this.taker.end()
  }

  private readLine(raw: string): void {
    const text = raw.trim()
    if (text === '') return
    const documents = documentsIn(text)
    if (documents !== null) {
      for (const document of documents) this.taker.takeAll(document)
      return
    }
    this.tally.lines += 1
    this.tally.refuse('The line is no JSON.', text)
  }
}
