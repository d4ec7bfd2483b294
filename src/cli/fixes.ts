/** Safe fixes of a source: what would stand in its file, made or only shown. */
import { createTwoFilesPatch } from 'diff'
import { writeFormat } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { fixesInTurn } from '#core/rules/harness/fixes.ts'
import { CheckMemory } from '#core/rules/harness/memory.ts'
import { asDecided, type Project } from '#core/rules/harness/project.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { encode, type OpenedSource, openSource } from './source.ts'
import { print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

/** Applies the safe fixes of errors and warnings until none is left. Notes are advice: a person takes them one by one. */
function fixAll(document: DesignDocument, project: Project): { document: DesignDocument; fixed: string[] } {
  const fixed: string[] = []
  const memory = new CheckMemory()
  const run = fixesInTurn(document, {
    find: (current) => asDecided(project, findProblems(rules, { document: current }, memory)),
    editOf: ({ fix, severity }) => (severity === 'info' ? undefined : fix),
  })
  let next = run.next()
  while (!next.done) {
    fixed.push(`${next.value.problem.rule.id}: ${next.value.edit.label}`)
    next = run.next(true)
  }
  return { document: next.value, fixed }
}

/** The text after a change; undefined where the file cannot hold it, which is told. */
function textAfter(source: OpenedSource, document: DesignDocument): string | undefined {
  const { text, losses } = writeFormat(source.format.id, document)
  for (const { message } of losses)
    tell(`${source.file}: not fixed, since the file cannot hold it: ${message}`)
  return losses.length > 0 ? undefined : text
}

/** Fixes a source in place and tells each fix; returns what then stands in the file. */
export async function fixSource(
  source: OpenedSource,
  project: Project,
  parameters: Readonly<Record<string, string>>,
): Promise<OpenedSource> {
  const { document, fixed } = fixAll(source.document, project)
  const text = fixed.length === 0 ? undefined : textAfter(source, document)
  if (text === undefined) return source
  if (source.file === '-') await print(text)
  else await writeBeside(source.file, encode(text, source.encoding))
  for (const label of fixed) tell(`${source.file}: fixed ${label}`)
  const reread = source.file === '-' ? undefined : await openSource(source.file, parameters)
  return reread?.ok ? reread.value : { ...source, document }
}

/** What fixing would change, as a patch for `git apply`; empty where nothing would. */
export function patchOf(source: OpenedSource, project: Project): string {
  const { document, fixed } = fixAll(source.document, project)
  const after = fixed.length === 0 ? undefined : textAfter(source, document)
  const before = source.document.source?.text ?? writeFormat(source.format.id, source.document).text
  if (after === undefined || after === before) return ''
  for (const label of fixed) tell(`${source.file}: would fix ${label}`)
  return createTwoFilesPatch(`a/${source.file}`, `b/${source.file}`, before, after)
}

/** Lines of a text, from 1, and what would stand in their place. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The lines that a fix replaces; undefined where it changes nothing that the file can hold. */
export function replacementOf(source: OpenedSource, fix: Edit): Replacement | undefined {
  const before = source.document.source?.text
  const { text: after, losses } = writeFormat(source.format.id, applyEdit(source.document, fix))
  if (before === undefined || losses.length > 0 || before === after) return undefined
  const [old, next] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1
  let tail = 0
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  )
    tail += 1
  const lines = next.slice(head, next.length - tail)
  return {
    from: head + 1,
    to: old.length - tail,
    text: lines.map((line) => `${line}\n`).join(''),
  }
}
