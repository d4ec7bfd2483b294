/** What the source view asks of the formats, as plain data, so that a worker can answer it. */
import type { Format, Position } from '#core/formats/format.ts'
import {
  formats,
  type RecognizedDesign,
  readSource,
  sourceFormats,
  writeFormat,
} from '#core/formats/index.ts'
import { isSame } from '#core/formats/same.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { type Place, placesIn } from './places.ts'

export interface SourceProblem {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly position?: Position
}
export type SourceReading =
  | {
      readonly ok: true
      readonly document: DesignDocument
      readonly places: readonly Place[]
      readonly notes: readonly SourceProblem[]
    }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] }

export interface SourceWriting {
  readonly text: string
  readonly syntax: Format['syntax']
  readonly places: readonly Place[]
  readonly losses: readonly string[]
}

type Parameters = Readonly<Record<string, string>>

/** The text that was read last, kept since its places are asked for next. */
let last: { text: string; parameters: string; design: RecognizedDesign } | undefined

function design(text: string, parameters: Parameters): ReturnType<typeof readSource> {
  const key = JSON.stringify(parameters)
  if (last?.text === text && last.parameters === key) return { ok: true, value: last.design }
  const read = readSource(text, { parameters })
  if (read.ok) last = { text, parameters: key, design: read.value }
  return read
}

/** A text as a design. Every reason that it is none has its place where the reader knows one. */
export function readText(text: string, parameters: Parameters): SourceReading {
  const read = design(text, parameters)
  if (!read.ok)
    return { ok: false, problems: read.error.map((problem) => ({ severity: 'error', ...problem })) }
  const { document, notes, locate } = read.value
  return {
    ok: true,
    document,
    places: placesIn(text, read.value),
    notes: notes.map(({ severity, message, path }) => {
      const position = locate(path)
      return { severity, message, ...(position && { position }) }
    }),
  }
}

/** The resources without the identities of their items, which are the page's own. */
const withoutKeys = (document: DesignDocument): unknown =>
  JSON.parse(JSON.stringify(document.resources, (name, value) => (name === 'key' ? undefined : value)))

/** True where the text that a design came from still says all of it. */
function isUnedited(document: DesignDocument): boolean {
  const { source } = document
  if (!source) return false
  const read = design(source.text, source.parameters ?? {})
  return read.ok && isSame(withoutKeys(read.value.document), withoutKeys(document))
}

/** The formats that the source can be shown and edited in. */
export const formatChoices = (): readonly { value: string; label: string }[] =>
  sourceFormats.map(({ id, label }) => ({ value: id, label }))

/** A design as the text that saving it in a format would write. */
export function writeText(format: string, document: DesignDocument): SourceWriting {
  const { source } = document
  const isKept = source?.format === format && !format.startsWith('cloudformation') && isUnedited(document)
  const written = isKept ? { text: source.text, losses: [] } : writeFormat(format, document)
  const parameters = source?.parameters ?? {}
  const known = formats.find(({ id }) => id === format)
  const read = known?.read ? design(written.text, parameters) : undefined
  return {
    text: written.text,
    syntax: known?.syntax ?? 'plaintext',
    places: read?.ok ? placesIn(written.text, read.value) : [],
    losses: written.losses.map(({ message }) => message),
  }
}

/** Where paths stand in a text; undefined for those that it does not hold. */
export function locateAll(
  text: string,
  parameters: Parameters,
  paths: readonly Path[],
): (Position | undefined)[] {
  const read = design(text, parameters)
  return paths.map((path) => (read.ok ? read.value.locate(path) : undefined))
}
