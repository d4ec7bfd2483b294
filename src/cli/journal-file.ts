/** The journal on disk: one entry a line, appended and flushed before the next step begins. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { type Made, madeIn } from '#core/plan/around.ts'
import { type Journal, type JournalEntry, journalIn, parseJournal } from '#core/plan/journal.ts'
import type { Scope } from '#core/plan/scope.ts'
import { onSystem, onSystemNow, SystemRefusal } from './system.ts'

export interface JournalFile {
  readonly file: string
  /** Those of the account alone, whatever else the file holds. */
  readonly entries: Journal
  /** What was made around the site in this account. */
  readonly made: readonly Made[]
  readonly remember: (made: Made) => Promise<void>
  /** Throws where the disk refuses; the step that was to be recorded then does not begin. */
  readonly record: (entry: JournalEntry) => Promise<void>
}

/** Where this system keeps what programs remember: the XDG base directory, or the usual place on Windows. */
export const stateFolder = (): string =>
  process.env['XDG_STATE_HOME'] ??
  (process.platform === 'win32'
    ? (process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
    : join(homedir(), '.local', 'state'))

/** One journal for each source and account, so that the memory of one never mixes with another's. */
function usualJournal(source: string, { endpoint, account, partition }: Scope): string {
  const place = createHash('sha256')
    .update([endpoint, partition, account, resolve(source)].join('\n'))
    .digest('hex')
    .slice(0, 16)
  return join(stateFolder(), 'frontage', `${basename(source)}-${place}.jsonl`)
}

function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // Configurations may hold custom headers that only the origin should know.
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, line)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const noJournal = (): Promise<void> => {
  throw new SystemRefusal(
    'Standard input has no journal of its own, so nothing was applied; name one with --journal, so that the next apply knows what is yours.',
  )
}

/** The journal of a source; standard input has no name to find it by again, so it has none unless one is given. */
export const journalOf = (source: string, scope: Scope, given: string | undefined): JournalFile =>
  given === undefined && source === '-'
    ? { file: 'standard input', entries: [], made: [], record: noJournal, remember: noJournal }
    : openJournal(given ?? usualJournal(source, scope), scope)

/** Reads a journal; one that does not exist yet is empty. A line that was torn off is ended first. */
function openJournal(file: string, scope: Scope): JournalFile {
  const text = existsSync(file) ? onSystemNow(file, 'read', () => readFileSync(file, 'utf8')) : ''
  let isTorn = text !== '' && !text.endsWith('\n')
  const record = async (entry: JournalEntry | Made) => {
    await onSystem(`The journal ${file}`, 'write', () =>
      append(file, `${isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`),
    )
    isTorn = false
  }
  const entries = journalIn(parseJournal(text), scope)
  return { file, entries, made: madeIn(text, scope), record, remember: record }
}
