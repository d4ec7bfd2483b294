/**
 * What was done to the account for one design, in order. A journal is both the memory of what Frontage made (so that
 * what left the design can be deleted) and the way back (undo). Entries are written before and after each step, so
 * that a run that was cut off leaves a trace of the step it was in.
 */
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { isDeployable } from './order.ts'
import type { Live } from './resolve.ts'
import { isSameScope, isScope, type Scope } from './scope.ts'

/** `import`: it was there, and a person took it for the design's. */
export type JournalAction = 'create' | 'update' | 'delete' | 'import'

export interface JournalEntry {
  /** Entries of one apply share it. */
  readonly run: string
  /** ISO 8601, in UTC. */
  readonly at: string
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly action: JournalAction
  readonly status: 'begun' | 'done' | 'failed'
  /** Where it was done. An entry without it, or of another account, says nothing of this one. */
  readonly in?: Scope
  readonly physicalId?: string
  /** In the API's shape; absent for a creation. */
  readonly before?: JsonObject
  /** In the API's shape; absent for a deletion. */
  readonly after?: JsonObject
  /** What the design wanted, where changes of others were kept beside it. */
  readonly design?: JsonObject
}
export type Journal = readonly JournalEntry[]

/** What Frontage has made or changed and not deleted since. */
export interface Owned {
  readonly resource: LogicalId
  readonly type: ResourceType
  /** Absent where the run was cut off before AWS answered. */
  readonly physicalId?: string
  /** As the design last wanted it, which is what later changes are measured by. */
  readonly config: JsonObject
  /** As it was last sent. */
  readonly sent: JsonObject
  readonly because: 'journal' | 'imported'
  /** False for what was there before Frontage first changed it: it is never deleted. */
  readonly isOurs: boolean
}

/** Under its physical id once AWS has answered, before that under its name in the design. */
const pendingKey = ({ type, resource }: JournalEntry) => `${type} ? ${resource}`
const keyOf = (entry: JournalEntry) =>
  entry.physicalId === undefined ? pendingKey(entry) : `${entry.type} ${entry.physicalId}`

/** What is known of a resource once an entry has told of it. */
function ownedAfter(
  { resource, type, action, physicalId, after, design }: JournalEntry,
  before: Owned | undefined,
): Owned | undefined {
  if (after === undefined) return undefined
  return {
    resource,
    type,
    config: design ?? after,
    sent: after,
    because: action === 'import' ? 'imported' : 'journal',
    isOurs: action === 'create' || before?.isOurs === true,
    ...(physicalId !== undefined && { physicalId }),
  }
}

/** The resources of an account that the journal knows, latest first. */
export function ownedBy(journal: Journal): readonly Owned[] {
  const owned = new Map<string, Owned>()
  for (const entry of journal) {
    const { action, status } = entry
    if (status === 'failed') {
      if (action === 'create') owned.delete(pendingKey(entry))
      continue
    }
    if (action === 'delete') {
      if (status === 'done') owned.delete(keyOf(entry))
      continue
    }
    if (status === 'begun' && action === 'update') continue
    const now = ownedAfter(entry, owned.get(keyOf(entry)))
    if (!now) continue
    owned.delete(pendingKey(entry))
    owned.delete(keyOf(entry))
    owned.set(keyOf(entry), now)
  }
  return [...owned.values()].reverse()
}

/** The latest thing known under a logical id. */
export const ownedAs = (owned: readonly Owned[], resource: LogicalId): Owned | undefined =>
  owned.find((one) => one.resource === resource)

/** The ids of the runs that did something, oldest first. */
export const runsOf = (journal: Journal): readonly string[] => [
  ...new Set(journal.filter(({ action }) => action !== 'import').map(({ run }) => run)),
]

/** The last word on each step of a run. */
export function lastWords(entries: Journal): Journal {
  const last = new Map<string, JournalEntry>()
  for (const entry of entries) last.set(`${entry.action} ${entry.type} ${entry.resource}`, entry)
  return [...last.values()]
}

/** What the last run did, where a step of it was begun and not done, or refused: nothing where it came to its end. */
export function cutOff(journal: Journal): Journal {
  const runs = [...journal].sort((a, b) => a.at.localeCompare(b.at))
  const run = runsOf(runs).at(-1)
  const words = lastWords(runs.filter((entry) => entry.run === run))
  return words.some(({ status }) => status !== 'done') ? words : []
}

/** What a journal says of one account. */
export const journalIn = (journal: Journal, scope: Scope): Journal =>
  journal.filter((entry) => entry.in !== undefined && isSameScope(entry.in, scope))

/** The entry by which a journal knows that a resource is the design's from now on. */
export const importEntry = (
  resource: LogicalId,
  type: ResourceType,
  live: Pick<Live, 'physicalId' | 'config'>,
): Omit<JournalEntry, 'run' | 'at'> => ({
  resource,
  type,
  action: 'import',
  status: 'done',
  physicalId: live.physicalId,
  after: live.config,
})

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value)
const isStructure = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isStructureOrNone = (value: unknown): boolean => value === undefined || isStructure(value)

const actions: readonly unknown[] = [
  'create',
  'update',
  'delete',
  'import',
] satisfies readonly JournalAction[]
const states: readonly unknown[] = ['begun', 'done', 'failed'] satisfies readonly JournalEntry['status'][]

/** What every reader of an entry relies on; of the configurations only that they are structures. */
function isEntry(value: unknown): value is JournalEntry {
  if (!isStructure(value)) return false
  const entry = value as Partial<JournalEntry> // every field is looked at here
  return (
    [entry.run, entry.at, entry.resource].every(isText) &&
    isText(entry.type) &&
    isDeployable(entry.type) &&
    actions.includes(entry.action) &&
    states.includes(entry.status) &&
    (entry.in === undefined || isScope(entry.in)) &&
    isTextOrNone(entry.physicalId) &&
    [entry.before, entry.after, entry.design].every(isStructureOrNone)
  )
}

/** One entry a line; a last line that was torn off while it was written is left out, as is whatever is not an entry. */
export function parseJournal(text: string): Journal {
  const entries: JournalEntry[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    try {
      const entry: unknown = JSON.parse(line)
      if (isEntry(entry)) entries.push(entry)
    } catch {
      // The run ended while it wrote this line: the step before it is known, and the account tells the rest.
    }
  }
  return entries
}
