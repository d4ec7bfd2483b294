import { writeFormat } from '#core/formats/index.ts'
import type { Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { type CheckedFile, checkSource, type Diagnostic, summarize } from './diagnostics.ts'
import { isFolder, openFolder } from './folder.ts'
import { toSarif } from './sarif.ts'
import {
  chosenDistributions,
  encode,
  failureLines,
  type OpenedSource,
  openSource,
  type SourceFailure,
} from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif'
  readonly parameters: Readonly<Record<string, string>>
  readonly distribution?: string
  readonly fix: boolean
}

/** More rounds than any chain of fixes needs: a fix may only uncover the next problem so often. */
const fixRounds = 50

/**
 * Applies the safe fixes of errors and warnings until none is left, one at a time, since each may change what the
 * others found. Notes are advice: a person takes them one by one.
 */
export function fixAll(document: DesignDocument): { document: DesignDocument; fixed: string[] } {
  const fixed: string[] = []
  let current = document
  for (let round = 0; round < fixRounds; round += 1) {
    const next = findProblems(rules, { document: current }).find(
      ({ fix, severity }) => severity !== 'info' && fix && applyEdit(current, fix) !== current,
    )
    if (!next?.fix) break
    current = applyEdit(current, next.fix)
    fixed.push(`${next.rule.id}: ${next.fix.label}`)
  }
  return { document: current, fixed }
}

/** Fixes a source in place; returns what then stands in the file. */
async function fixSource(source: OpenedSource, options: CheckOptions): Promise<OpenedSource> {
  const { document, fixed } = fixAll(source.document)
  if (fixed.length === 0) return source
  const { text, losses } = writeFormat(source.format.id, document)
  if (losses.length > 0) {
    for (const { message } of losses)
      tell(`${source.file}: not fixed, since the file cannot hold it: ${message}`)
    return source
  }
  if (source.file === '-') await print(text)
  else await writeBeside(source.file, encode(text, source.encoding))
  for (const label of fixed) tell(`${source.file}: fixed ${label}`)
  const reread = source.file === '-' ? undefined : await openSource(source.file, options.parameters)
  return reread?.ok ? reread.value : { ...source, document }
}

/** A file is one source, a folder as many as it declares. */
async function sourcesIn(file: string, { parameters }: CheckOptions) {
  return (await isFolder(file)) ? openFolder(file, parameters) : [await openSource(file, parameters)]
}

async function checkOpened(
  opened: Result<OpenedSource, SourceFailure>,
  options: CheckOptions,
): Promise<CheckedFile> {
  const { file } = opened.ok ? opened.value : opened.error
  if (!opened.ok) {
    for (const line of failureLines(opened.error)) tell(line)
    return { file, format: null, designs: [], errors: opened.error.problems }
  }
  const chosen = chosenDistributions(opened.value.document, options.distribution)
  if (!chosen.ok) {
    tell(`${file}: ${chosen.error}`)
    return { file, format: opened.value.format.family, designs: [], errors: [{ message: chosen.error }] }
  }
  const { from } = opened.value
  if (options.fix && from)
    tell(`${file}: not fixed, since it is read from a folder; fix its files one by one.`)
  const source = options.fix && !from ? await fixSource(opened.value, options) : opened.value
  const designs = checkSource(source, chosen.value)
  return { file, format: source.format.family, designs, ...(from && { from }) }
}

const asText = (file: string, { location, severity, message, rule, path }: Diagnostic): string => {
  const place = location ? `${location.file ?? file}:${location.line}:${location.column}` : `${file} ${path}`
  return `${place}: ${severity}: ${message} [${rule}]`
}

type Summary = ReturnType<typeof summarize>
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The last line: what was found in what was read, and never zeros for what was not. */
export function closing(files: readonly CheckedFile[], found: Summary): string[] {
  const unread = files.filter(({ errors }) => errors !== undefined)
  const { errors, warnings, infos } = found
  const sum = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'note')].join(', ')
  const could = unread.length === 0 ? [] : [`${counted(unread.length, 'source')} could not be read`]
  return unread.length === files.length ? could : [[sum, ...could].join('; ')]
}

function render(files: readonly CheckedFile[], format: CheckOptions['format']): string {
  const all = files.flatMap(({ file, designs }) =>
    designs.flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => ({ file, diagnostic }))),
  )
  const summary = summarize(all.map(({ diagnostic }) => diagnostic))
  if (format === 'json') return JSON.stringify({ files, summary }, null, 2)
  if (format === 'sarif') return toSarif(files)
  const lines = all.map(({ file, diagnostic }) => asText(file, diagnostic))
  return [...lines, ...closing(files, summary)].join('\n')
}

/** `frontage check`: validates each source and prints what it found; returns the exit status. */
export async function check(sources: readonly string[], options: CheckOptions): Promise<number> {
  const files: CheckedFile[] = []
  for (const source of sources)
    for (const opened of await sourcesIn(source, options)) files.push(await checkOpened(opened, options))
  const pipesFixedText = options.fix && options.format === 'text' && sources.includes('-')
  if (!pipesFixedText) await print(render(files, options.format))
  if (files.some(({ errors }) => errors !== undefined)) return exitStatus.unreadable
  const wrong = files.some(({ designs }) =>
    designs.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')),
  )
  return wrong ? exitStatus.wrong : exitStatus.ok
}
