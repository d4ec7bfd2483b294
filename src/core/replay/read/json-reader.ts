/**
 * Standard logs of version 2 in JSON, one object a line, and what other services make of log lines in JSON.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { objectsIn } from './envelope.ts'
import type { FileTally, LogFormat, LogReader } from './log-reader.ts'
import type { RecordTaker } from './record-taker.ts'
import { TextLines } from './text-lines.ts'

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
  private readonly text = new TextLines((line) => this.readLine(line))
  private readonly taker: RecordTaker
  private readonly tally: FileTally

  constructor(taker: RecordTaker, tally: FileTally) {
    this.taker = taker
    this.tally = tally
  }

  get format(): LogFormat {
    return this.taker.format
  }

  push(bytes: Uint8Array): void {
    this.text.push(bytes)
  }

  end(): void {
    this.text.end()
    this.taker.end()
  }

  private readLine(text: string): void {
    const documents = documentsIn(text)
    if (documents !== null) {
      for (const document of documents) this.taker.takeAll(document)
      return
    }
    this.tally.lines += 1
    this.tally.refuse('The line is no JSON.', text)
  }
}
