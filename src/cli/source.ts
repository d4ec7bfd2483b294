import type { Format, ReadDesign, ReadProblem } from '#core/formats/format.ts'
import { readSource } from '#core/formats/index.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { readBounded } from './bounded-read.ts'
import { isFolder, openFolder } from './folder.ts'
import { reasonFor } from './system.ts'

export interface OpenedSource extends ReadDesign {
  /** As the person named it; `-` is standard input. */
  readonly file: string
  readonly format: Format
  readonly encoding: Encoding
  /** The files of a folder that it was read from; it is no one file, so that nothing is written back. */
  readonly from?: readonly string[]
}
export interface SourceFailure {
  readonly file: string
  readonly problems: readonly ReadProblem[]
}

/** How a file's text is encoded; UTF-16 is known by its byte order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'
interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

const utf16 = { le: [0xff, 0xfe], be: [0xfe, 0xff] } as const
const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte)

/** Where the first bytes stand that are no text in an encoding. */
function badPlace(bytes: Uint8Array, encoding: string): string {
  const lines = new TextDecoder(encoding).decode(bytes).split('\n')
  const line = lines.findIndex((text) => text.includes('\uFFFD'))
  return `line ${line + 1}, column ${(lines[line] ?? '').indexOf('\uFFFD') + 1}`
}

/** Text of a file in UTF-8 or, with a byte order mark, UTF-16; anything else is told, never guessed. */
function decode(bytes: Uint8Array): Result<Decoded, string> {
  const encoding: Encoding = startsWith(bytes, utf16.le)
    ? 'utf-16le'
    : startsWith(bytes, utf16.be)
      ? 'utf-16be'
      : 'utf-8'
  try {
    // A mark of UTF-8 is a part of the file's bytes, which an unedited save gives back.
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' })
    return ok({ text: decoder.decode(bytes), encoding })
  } catch {
    return failed(`The file is not UTF-8 text from ${badPlace(bytes, encoding)} on; save it as UTF-8.`)
  }
}

/** A text as it came, its byte order mark included. */
export function encode(text: string, encoding: Encoding): string | Uint8Array {
  if (encoding === 'utf-8') return text
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

/** The text of a file without a byte order mark, or of standard input for `-`. */
export async function readText(file: string): Promise<Result<string, string>> {
  const text = await readWhole(file)
  return text.ok ? ok(text.value.text.replace(/^\uFEFF/, '')) : text
}

/** The same with its mark, so that an unedited save gives the same bytes. */
async function readWhole(file: string): Promise<Result<Decoded, string>> {
  try {
    return decode(await readBounded(file))
  } catch (error) {
    const reason = reasonFor(error, 'read')
    if (reason === undefined) throw error
    return failed(reason)
  }
}

/** Whether a file speaks of a distribution at all; one that cannot be read is not passed over, so that it is told. */
export async function declaresDistribution(file: string): Promise<boolean> {
  const text = await readWhole(file)
  return (
    !text.ok ||
    /AWS::CloudFront::Distribution|aws_cloudfront_(?:multitenant_)?distribution\b|DistributionConfig/.test(
      text.value.text,
    )
  )
}

/** Reads a source of any kind that the formats recognise. */
export async function openSource(
  file: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Result<OpenedSource, SourceFailure>> {
  return isFolder(file) ? onlyOne(file, await openFolder(file, parameters)) : openFile(file, parameters)
}

/** The same for what is no folder. */
export async function openFile(
  file: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<OpenedSource, SourceFailure>> {
  const text = await readWhole(file)
  if (!text.ok) return failed({ file, problems: [{ message: text.error }] })
  const read = readingOf(file, text.value.text, parameters)
  return read.ok ? ok({ ...read.value, encoding: text.value.encoding }) : read
}

/** A command that works on one design takes a folder that declares one. */
function onlyOne(
  folder: string,
  found: readonly Result<OpenedSource, SourceFailure>[],
): Result<OpenedSource, SourceFailure> {
  const [first, ...others] = found
  if (first && others.length === 0) return first
  const names = found.map((one) => `“${one.ok ? one.value.file : one.error.file}”`).join(', ')
  return failed({
    file: folder,
    problems: [{ message: `This folder holds several sources (${names}); name one.` }],
  })
}

/** The same for a text that was read already. */
export function readingOf(
  file: string,
  text: string,
  parameters: Readonly<Record<string, string>>,
): Result<OpenedSource, SourceFailure> {
  const read = readSource(text, { parameters })
  if (!read.ok) return failed({ file, problems: read.error })
  const unmatched = unmatchedParameter(read.value.parameters ?? [], parameters)
  if (unmatched !== undefined) return failed({ file, problems: [{ message: unmatched }] })
  return ok({ ...read.value, file, encoding: 'utf-8' })
}

/** A value for nothing is a slip of the pen, and what it was meant for keeps its default. */
function unmatchedParameter(
  names: readonly string[],
  given: Readonly<Record<string, string>>,
): string | undefined {
  const unmatched = Object.keys(given).find((name) => !names.includes(name))
  if (unmatched === undefined) return undefined
  const own = names.filter((name) => !name.startsWith('AWS::'))
  const has = own.length === 0 ? 'it has none' : `it has ${own.map((name) => `“${name}”`).join(', ')}`
  return `--param ${unmatched}: there is no parameter of that name here; ${has}.`
}

/** One line for each reason that a source could not be read. */
export const failureLines = ({ file, problems }: SourceFailure): string[] =>
  problems.map(({ message, position }) =>
    position
      ? `${position.file ?? file}:${position.line}:${position.column}: ${message}`
      : `${file}: ${message}`,
  )

/** The distributions of a design that were asked for: all, or the one named by logical id, address or Comment. */
export function chosenDistributions(
  document: DesignDocument,
  wanted: string | undefined,
): Result<LogicalId[], string> {
  const all = distributionsIn(document)
  if (wanted === undefined) return ok(all.map(({ id }) => id))
  const chosen = all.filter(
    ({ id, config }) =>
      id === wanted ||
      (/^aws_cloudfront_(?:multitenant_)?distribution\./.test(wanted) && wanted.endsWith(`.${id}`)) ||
      known(config.Comment) === wanted,
  )
  if (chosen.length > 0) return ok(chosen.map(({ id }) => id))
  const names = all.map(({ id }) => `“${id}”`).join(', ')
  return failed(`There is no distribution “${wanted}” here; the source has ${names}.`)
}

/** The one distribution that a command works on; several without a choice are told. */
export function oneDistribution(
  document: DesignDocument,
  wanted: string | undefined,
): Result<LogicalId, string> {
  const chosen = chosenDistributions(document, wanted)
  if (!chosen.ok) return chosen
  const [first, ...others] = chosen.value
  if (first === undefined) return failed('There is no distribution in this source.')
  if (others.length === 0) return ok(first)
  const names = chosen.value.map((id) => `“${id}”`).join(', ')
  return failed(`The source has several distributions; choose one of ${names} with --distribution.`)
}
