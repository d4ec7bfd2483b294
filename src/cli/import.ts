import { randomUUID } from 'node:crypto'
import { unknownFieldNotes } from '#core/formats/unknown-fields.ts'
import type { ResourceType } from '#core/model/document.ts'
import { DriverFailure, type Drivers, type Listed } from '#core/plan/driver.ts'
import { type Imported, importSites, untold } from '#core/plan/import.ts'
import { importEntry } from '#core/plan/journal.ts'
import type { Scope } from '#core/plan/scope.ts'
import { tagsOf } from '#core/plan/tags.ts'
import { resourceKind } from '#core/resources/index.ts'
import { targetNames, targetOf } from './convert.ts'
import { type JournalFile, journalOf } from './journal-file.ts'
import { type AccountOptions, accountOf, reach } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

export interface ListOptions extends AccountOptions {
  readonly search?: string
  readonly format: 'text' | 'json'
}
export interface ImportOptions extends AccountOptions {
  readonly to: string
  readonly out?: string
  /** Where the journal of the written file is, if not in the usual place. */
  readonly journal?: string
}

/** Runs a call; what AWS refuses is told, and 2 is the exit status. */
async function orTell(call: () => Promise<number>): Promise<number> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}

async function everyDistribution(drivers: Drivers): Promise<readonly Listed[]> {
  const all: Listed[] = []
  let marker: string | undefined
  do {
    const page = await drivers.Distribution?.list?.(marker)
    all.push(...(page?.items ?? []))
    marker = page?.next
  } while (marker !== undefined)
  return all
}

const holds = (text: string) => (one: Listed) =>
  [one.physicalId, one.name, one.domainName].some((part) => part?.toLowerCase().includes(text.toLowerCase()))

/** `frontage list`: the distributions of the account. */
export async function list(options: ListOptions): Promise<number> {
  const account = accountOf(options)
  if (!account.ok) {
    tell(account.error)
    return exitStatus.unreadable
  }
  return orTell(async () => {
    const found = (await everyDistribution(account.value)).filter(holds(options.search ?? ''))
    if (options.format === 'json') await print(JSON.stringify({ distributions: found }, null, 2))
    else
      await print(
        found
          .map(({ physicalId, name, domainName = '' }) => `${physicalId}  ${domainName}  ${name}`)
          .join('\n'),
      )
    return exitStatus.ok
  })
}

async function read(drivers: Drivers, ids: readonly string[]): Promise<Imported> {
  const steps = importSites(drivers, ids)
  let next = await steps.next()
  for (; !next.done; next = await steps.next())
    tell(`${next.value.count}. ${next.value.type} ${next.value.physicalId}`)
  return next.value
}

/** What was imported is the design's: the journal of the file says so from now on. */
async function remember({ live }: Imported, journal: JournalFile, scope: Scope): Promise<void> {
  const stamp = { run: randomUUID(), at: new Date().toISOString(), in: scope }
  for (const { id, type, live: found } of live)
    await journal.record({ ...stamp, ...importEntry(id, type, found) })
}

/** Fields of the account that this version of Frontage does not know. */
const unknownLines = ({ document: { resources } }: Imported): readonly string[] =>
  Object.entries(resources).flatMap(([id, { type, config }]) =>
    resourceKind(type) === undefined
      ? []
      : // The registry knows the type, so it is one of CloudFront's.
        unknownFieldNotes(type as ResourceType, config, [id]).map(
          ({ rule, message, path }) => `${rule}: ${(path ?? [id]).join('.')}: ${message}`,
        ),
  )

/** What comes along without being named by anything in a config. */
const alongLines = ({ live }: Imported): readonly string[] =>
  live.flatMap(({ type, live: { physicalId, config, tagsUnread } }) => {
    const keys = Object.keys(tagsOf(config) ?? {})
    if (tagsUnread !== undefined) return [`${type} ${physicalId}: its tags are not read: ${tagsUnread}`]
    return keys.length > 0 ? [`${type} ${physicalId}: with its tags ${keys.join(', ')}`] : []
  })

const untoldLines = (imported: Imported): readonly string[] =>
  untold(imported).map(
    ({ id, type, field }) =>
      `${type} “${id}”: AWS does not tell its ${field}; write it in before another one is made of this design.`,
  )

/** A text has no journal, so the ids are given with the plan. */
const adoptions = ({ physicalIds }: Imported): string =>
  Object.entries(physicalIds)
    .map(([id, physicalId]) => `--adopt ${id}=${physicalId}`)
    .join(' ')

/** `frontage import`: distributions with everything that they refer to; 1 where something is missing. */
export async function importFromAccount(ids: readonly string[], options: ImportOptions): Promise<number> {
  const write = targetOf(options.to)?.write
  if (!write) {
    tell(`There is no format “${options.to}”; choose one of ${targetNames().join(', ')}.`)
    return exitStatus.unreadable
  }
  const account = await reach(options)
  if (!account.ok) {
    tell(account.error)
    return exitStatus.unreadable
  }
  return orTell(async () => {
    const { drivers, scope } = account.value
    const imported = await read(drivers, ids)
    const { document, answered, gaps } = imported
    for (const { type, physicalId, message } of gaps) tell(`Missing: ${type} “${physicalId}”. ${message}`)
    for (const line of [...unknownLines(imported), ...alongLines(imported), ...untoldLines(imported)])
      tell(line)
    const isEmpty = Object.keys(document.resources).length === 0
    if (isEmpty) return exitStatus.unreadable
    // This format is what CloudFront itself answers, so ids stay those of the account.
    const isConfig = targetOf(options.to)?.id === 'distribution-config'
    const { text, losses } = write(isConfig ? answered : document)
    for (const { message } of losses) tell(message)
    if (options.out === undefined) {
      await print(text)
      tell(`To plan from this text: ${adoptions(imported)}`)
    } else {
      await writeBeside(options.out, text, { mode: 0o600 })
      await remember(imported, journalOf(options.out, scope, options.journal), scope)
    }
    return gaps.length > 0 ? exitStatus.wrong : exitStatus.ok
  })
}
