import type { Format } from '#core/formats/format.ts'
import { formats, writeFormat } from '#core/formats/index.ts'
import { ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { publicPointer } from './diagnostics.ts'
import { failureLines, oneDistribution, openSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

export interface ConvertOptions {
  readonly to: string
  readonly out?: string
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

/** The names that `--to` takes. */
export const targetNames = (): string[] =>
  formats.filter(({ write }) => write).map(({ id, commandName = id }) => commandName)

/** The format that a name of `--to` means; undefined where there is none that can be written. */
export const targetOf = (name: string): Format | undefined =>
  formats.find(({ id, commandName, write }) => write && (id === name || commandName === name))

/** A design with one of its distributions only; everything else stays. */
function withOnly(document: DesignDocument, id: LogicalId): DesignDocument {
  const kept = Object.entries(document.resources).filter(
    ([name, { type }]) => type !== 'Distribution' || name === id,
  )
  return { ...document, resources: Object.fromEntries(kept) }
}

/** The design as a format takes it: with the one distribution that was asked for, where it holds only one or one was named. */
export function onlyWith(
  document: DesignDocument,
  target: Format,
  wanted: string | undefined,
): Result<DesignDocument, string> {
  if (!target.isOfOne && wanted === undefined) return ok(document)
  const chosen = oneDistribution(document, wanted)
  return chosen.ok ? ok(withOnly(document, chosen.value)) : chosen
}

/** `frontage convert`: writes a source in another format; what it cannot carry is told first. */
export async function convert(file: string, options: ConvertOptions): Promise<number> {
  const target = targetOf(options.to)
  if (!target) {
    tell(`There is no format “${options.to}”; choose one of ${targetNames().join(', ')}.`)
    return exitStatus.unreadable
  }
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) {
    for (const line of failureLines(opened.error)) tell(line)
    return exitStatus.unreadable
  }
  const chosen = onlyWith(opened.value.document, target, options.distribution)
  if (!chosen.ok) {
    tell(`${file}: ${chosen.error}`)
    return exitStatus.unreadable
  }
  const document = chosen.value
  const { text, losses } = writeFormat(target.id, document)
  for (const { message, path } of losses)
    tell(`${file}: lost in ${target.label}: ${message} (${publicPointer(document, path)})`)
  if (options.out === undefined || options.out === '-') await print(text)
  else await writeBeside(options.out, text)
  return exitStatus.ok
}
