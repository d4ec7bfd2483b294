/** `frontage run --record`: what the name of the file ends in says what is written. */
import { open, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { PassThrough, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { LocalCdn } from '#local/local-cdn.ts'
import { harEnd, harLog } from '#local/record/har.ts'
import type { Recorder, Write } from '#local/record/recorder.ts'
import { ScenarioRecording } from '#local/record/scenario-recording.ts'
import type { ServedLines } from '#local/record/served-lines.ts'
import { standardLog } from '#local/record/standard-log.ts'
import { onSystem } from './system.ts'

export interface OpenRecording {
  readonly recorder: Recorder
  /** Once there is something to record. */
  begin(): Promise<void>
  /** Writes the rest. Gives what to tell. */
  finish(cdn: LocalCdn): Promise<string>
}

/** A file that is written while the command runs; what goes wrong on the way is told at its end. */
class GrowingFile {
  private readonly first: Writable = new PassThrough()
  private readonly name: string
  private written: Promise<void> = Promise.resolve()

  constructor(name: string) {
    this.name = name
  }

  readonly write: Write = (text) => void this.first.write(text)

  /** Takes the file's place; what was there is gone. */
  async begin(): Promise<void> {
    const handle = await open(this.name, 'w')
    const parts = this.name.endsWith('.gz') ? [createGzip()] : []
    this.written = pipeline([this.first, ...parts, handle.createWriteStream()])
    this.written.catch(() => this.first.destroy())
  }

  async end(): Promise<void> {
    this.first.end()
    await this.written
  }
}

function openLines(
  file: string,
  linesOf: (write: Write) => ServedLines,
  after: string,
  remedy: string,
): OpenRecording {
  const growing = new GrowingFile(file)
  const recorder = linesOf(growing.write)
  return {
    recorder,
    begin: () => onSystem(file, 'write', () => growing.begin()),
    async finish() {
      recorder.finish()
      growing.write(after)
      await onSystem(file, 'write', () => growing.end())
      return `The recording is in ${file}: ${remedy}`
    },
  }
}

/** Written at the end; the source is named as the file will find it. */
function openScenario(file: string, sources: readonly string[]): OpenRecording {
  const recorder = new ScenarioRecording(Date.now())
  return {
    recorder,
    begin: () => Promise.resolve(),
    async finish(cdn) {
      const source = relative(dirname(resolve(file)), resolve(sources[0] ?? '.'))
      const scenario = await recorder.scenario('recorded', source, cdn.sites[0]?.id ?? '')
      await onSystem(file, 'write', () => writeFile(file, `${JSON.stringify(scenario, null, 2)}\n`))
      const { leftOut } = recorder
      const rest = leftOut > 0 ? ` It is full; ${leftOut} later requests are not in it.` : ''
      return `The recording is in ${file}: frontage test ${file}${rest}`
    },
  }
}

/** Begins a recording, by the ending of its file. */
export function openRecording(file: string, sources: readonly string[]): OpenRecording {
  const name = file.toLowerCase()
  const replay = `frontage replay ${sources[0] ?? '.'} --log ${file}`
  if (/\.log(\.gz)?$/.test(name)) return openLines(file, standardLog, '', replay)
  if (name.endsWith('.har')) return openLines(file, harLog, harEnd, replay)
  return openScenario(file, sources)
}
