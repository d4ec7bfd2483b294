/** The journal on disk: one entry a line, appended and flushed before the next step begins. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { type Journal, type JournalEntry, parseJournal } from '#core/plan/journal.ts'
import { onSystem, onSystemNow, SystemRefusal } from './system.ts'

export interface JournalFile {
  readonly file: string
  readonly entries: Journal
  /** Throws where the disk refuses; the step that was to be recorded then does not begin. */
  readonly record: (entry: JournalEntry) => Promise<void>
}

/** Where this system keeps what programs remember: the XDG base directory, or the usual place on Windows. */
const stateFolder = (): string =>
  process.env['XDG_STATE_HOME'] ??
  (process.platform === 'win32'
    ? (process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
    : join(homedir(), '.local', 'state'))

/** One journal for each source and API, so that a stand-in's memory never mixes with the real account's. */
function usualJournal(source: string, endpoint: string): string {
  const place = createHash('sha256')
    .update(`${endpoint}\n${resolve(source)}`)
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
export const journalOf = (source: string, endpoint: string, given: string | undefined): JournalFile =>
  given === undefined && source === '-'
    ? { file: 'standard input', entries: [], record: noJournal }
    : openJournal(given ?? usualJournal(source, endpoint))

/** Reads a journal; one that does not exist yet is empty. A line that was torn off is ended first. */
function openJournal(file: string): JournalFile {
  const text = existsSync(file) ? onSystemNow(file, 'read', () => readFileSync(file, 'utf8')) : ''
  let isTorn = text !== '' && !text.endsWith('\n')
  return {
    file,
    entries: parseJournal(text),
    record: async (entry) => {
      await onSystem(`The journal ${file}`, 'write', () =>
        append(file, `${isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`),
      )
      isTorn = false
    },
  }
}
