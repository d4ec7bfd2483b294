/** What plan, apply and undo share: a source or a saved plan, the account, and what earlier applies remember. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type KnownIds, readAccount } from '#core/plan/account.ts'
import { boundTo } from '#core/plan/around.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { ownedBy } from '#core/plan/journal.ts'
import { type Plan, planDesign, withoutMade } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import { documentOf, isSavedPlan, noLongerTrue, readSavedPlan, type SavedPlan } from '#core/plan/saved.ts'
import { isSameScope, type Scope, scopeText } from '#core/plan/scope.ts'
import { type NamedBucket, namedBuckets } from './around.ts'
import { type JournalFile, journalOf } from './journal-file.ts'
import { type AccountOptions, reach } from './reach.ts'
import { chosenDistributions, failureLines, oneDistribution, readingOf, readText } from './source.ts'

export interface DeploymentOptions extends AccountOptions {
  readonly id?: string
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
  /** Where the journal is, if not in the usual place. */
  readonly journal?: string
  /** Physical ids that are the design's, by logical id. */
  readonly adopt?: KnownIds
  /** Logical ids of what is to be made beside what looks alike. */
  readonly create?: readonly LogicalId[]
  /** Takes back what somebody else changed. */
  readonly overwrite?: boolean
  /** Makes the buckets of the design. */
  readonly buckets?: boolean
}
export interface Prepared {
  readonly document: DesignDocument
  readonly ids: KnownIds
  readonly fresh: ReadonlySet<LogicalId>
  readonly plan: Plan
  readonly live: LiveResources
  readonly drivers: Drivers
  readonly scope: Scope
  readonly journal: JournalFile
  /** Buckets of the design that are to be made or were. */
  readonly buckets: readonly NamedBucket[]
  /** The saved plan that this is, and the resources for which it is no longer true. */
  readonly saved?: { readonly outdated: readonly LogicalId[] }
}

interface Wanted {
  readonly document: DesignDocument
  readonly ids: KnownIds
  readonly fresh: ReadonlySet<LogicalId>
  /** Resources of the source that this call is not about. */
  readonly elsewhere: ReadonlySet<LogicalId>
  readonly saved?: SavedPlan
}

function fromSavedPlan(file: string, text: string, scope: Scope): Result<Wanted, string[]> {
  const saved = readSavedPlan(text)
  if (!saved.ok) return failed([`${file}: ${saved.error}`])
  const { value } = saved
  if (!isSameScope(value.in, scope))
    return failed([
      `${file}: this plan was made for ${scopeText(value.in)}, and this call goes to ${scopeText(scope)}; use the same --profile and --endpoint-url, or plan again.`,
    ])
  const { ids, fresh } = value
  return ok({ document: documentOf(value), ids, fresh: new Set(fresh), elsewhere: new Set(), saved: value })
}

/** Names given with an option that nothing in the design has. */
function unknownNames(document: DesignDocument, options: DeploymentOptions): readonly string[] {
  const names = Object.keys(document.resources)
  const check = (option: string, given: readonly string[]) =>
    given
      .filter((name) => !names.includes(name))
      .map((name) => `${option} ${name}: there is no “${name}” in the design; it has ${names.join(', ')}.`)
  return [...check('--adopt', Object.keys(options.adopt ?? {})), ...check('--create', options.create ?? [])]
}

/** The design with the distributions that were asked for; everything else stays. */
function onlyChosen(
  document: DesignDocument,
  wanted: string | undefined,
): Result<Pick<Wanted, 'document' | 'elsewhere'>, string> {
  const chosen = chosenDistributions(document, wanted)
  if (!chosen.ok) return chosen
  const isOther = (id: LogicalId) =>
    document.resources[id]?.type === 'Distribution' && !chosen.value.includes(id)
  const kept = Object.entries(document.resources).filter(([id]) => !isOther(id))
  return ok({
    document: { ...document, resources: Object.fromEntries(kept) },
    elsewhere: new Set(Object.keys(document.resources).filter(isOther)),
  })
}

async function wantedOf(
  file: string,
  options: DeploymentOptions,
  scope: Scope,
): Promise<Result<Wanted, string[]>> {
  const text = await readText(file)
  if (!text.ok) return failed([`${file}: ${text.error}`])
  if (isSavedPlan(text.value)) return fromSavedPlan(file, text.value, scope)
  const opened = readingOf(file, text.value, options.parameters)
  if (!opened.ok) return failed(failureLines(opened.error))
  const chosen = onlyChosen(opened.value.document, options.distribution)
  if (!chosen.ok) return failed([`${file}: ${chosen.error}`])
  const unknown = unknownNames(chosen.value.document, options)
  if (unknown.length > 0) return failed([...unknown])
  const wanted = { ...chosen.value, ids: options.adopt ?? {}, fresh: new Set(options.create) }
  if (options.id === undefined) return ok(wanted)
  const site = oneDistribution(wanted.document, undefined)
  if (!site.ok) return failed([`${file}: ${site.error}`])
  return ok({ ...wanted, ids: { ...wanted.ids, [site.value]: options.id } })
}

interface Opened extends Wanted {
  readonly drivers: Drivers
  readonly scope: Scope
  readonly journal: JournalFile
}

/** A source or a saved plan, the account, and the journal; lines for a person where one cannot be read. */
export async function openDeployment(
  file: string,
  options: DeploymentOptions,
): Promise<Result<Opened, string[]>> {
  const account = await reach(options)
  if (!account.ok) return failed([account.error])
  const { drivers, scope } = account.value
  const wanted = await wantedOf(file, options, scope)
  if (!wanted.ok) return wanted
  const { saved } = wanted.value
  if (saved?.isJournalNamed === true && options.journal === undefined)
    return failed([`${file}: this plan was made with a journal of its own; name it again with --journal.`])
  const journal = journalOf(saved?.source ?? file, scope, options.journal)
  return ok({ ...wanted.value, drivers, scope, journal })
}

/** Reads a source or a saved plan and the account, and plans; lines for a person where it cannot. */
export async function prepare(file: string, options: DeploymentOptions): Promise<Result<Prepared, string[]>> {
  const opened = await openDeployment(file, options)
  if (!opened.ok) return opened
  const { document: written, ids, fresh, elsewhere, saved, drivers, scope, journal } = opened.value
  const owned = ownedBy(journal.entries)
  const buckets = options.buckets === true ? namedBuckets(written, journal.made) : []
  const asked = buckets.map(({ resource, name: value }) => ({ made: 'bucket' as const, resource, value }))
  const document = boundTo(written, [...journal.made.filter(({ status }) => status === 'done'), ...asked])
  const view = await readAccount(document, drivers, { ids, fresh, elsewhere, owned })
  if (!view.ok) return failed([view.error])
  const { live, past } = view.value
  const plan = withoutMade(planDesign(document, live, past, { overwrite: options.overwrite === true }), [
    ...journal.made,
    ...asked,
  ])
  const outdated = saved && { saved: { outdated: noLongerTrue(saved, plan) } }
  return ok({ document, ids, fresh, plan, live, drivers, scope, journal, buckets, ...outdated })
}
