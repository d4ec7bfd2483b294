/** What plan, apply and undo share: a source or a saved plan, the account, and what earlier applies remember. */
import { nodeClient } from '#aws/client.ts'
import { driversFor } from '#aws/drivers/index.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type KnownIds, readAccount } from '#core/plan/account.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { ownedBy } from '#core/plan/journal.ts'
import { type Plan, planDesign } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import { documentOf, isSavedPlan, noLongerTrue, readSavedPlan, type SavedPlan } from '#core/plan/saved.ts'
import { type JournalFile, journalOf } from './journal-file.ts'
import { failureLines, oneDistribution, readingOf, readText } from './source.ts'

export const cloudFrontEndpoint = 'https://cloudfront.amazonaws.com'

export interface AccountOptions {
  readonly endpointUrl?: string
  readonly profile?: string
}
export interface DeploymentOptions extends AccountOptions {
  readonly id?: string
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
  /** Where the journal is, if not in the usual place. */
  readonly journal?: string
}
export interface Prepared {
  readonly document: DesignDocument
  readonly ids: KnownIds
  readonly plan: Plan
  readonly live: LiveResources
  readonly drivers: Drivers
  readonly endpoint: string
  readonly journal: JournalFile
  /** The saved plan that this is, and the resources for which it is no longer true. */
  readonly saved?: { readonly outdated: readonly LogicalId[] }
}

/** Drivers for the account that the options name. */
export function accountOf({ endpointUrl, profile }: AccountOptions): Result<Drivers, string> {
  if (endpointUrl !== undefined && !URL.canParse(endpointUrl))
    return failed(`“${endpointUrl}” is not a URL; write one like http://127.0.0.1:4566.`)
  return ok(driversFor(nodeClient({ endpoint: endpointUrl, profile })))
}

interface Wanted {
  readonly document: DesignDocument
  readonly ids: KnownIds
  readonly saved?: SavedPlan
}

function fromSavedPlan(file: string, text: string, endpoint: string): Result<Wanted, string[]> {
  const saved = readSavedPlan(text)
  if (!saved.ok) return failed([`${file}: ${saved.error}`])
  if (saved.value.endpoint !== endpoint)
    return failed([
      `${file}: this plan was made against ${saved.value.endpoint}, and this call goes to ${endpoint}; use the same --endpoint-url.`,
    ])
  return ok({ document: documentOf(saved.value), ids: saved.value.ids, saved: saved.value })
}

async function wantedOf(
  file: string,
  options: DeploymentOptions,
  endpoint: string,
): Promise<Result<Wanted, string[]>> {
  const text = await readText(file)
  if (!text.ok) return failed([`${file}: ${text.error}`])
  if (isSavedPlan(text.value)) return fromSavedPlan(file, text.value, endpoint)
  const opened = readingOf(file, text.value, options.parameters)
  if (!opened.ok) return failed(failureLines(opened.error))
  const { document } = opened.value
  if (options.id === undefined) return ok({ document, ids: {} })
  const chosen = oneDistribution(document, options.distribution)
  if (!chosen.ok) return failed([`${file}: ${chosen.error}`])
  return ok({ document, ids: { [chosen.value]: options.id } })
}

/** Reads a source or a saved plan and the account, and plans; lines for a person where it cannot. */
export async function prepare(file: string, options: DeploymentOptions): Promise<Result<Prepared, string[]>> {
  const account = accountOf(options)
  if (!account.ok) return failed([account.error])
  const endpoint = options.endpointUrl ?? cloudFrontEndpoint
  const wanted = await wantedOf(file, options, endpoint)
  if (!wanted.ok) return wanted
  const { document, ids, saved } = wanted.value
  if (saved?.isJournalNamed === true && options.journal === undefined)
    return failed([`${file}: this plan was made with a journal of its own; name it again with --journal.`])
  const journal = journalOf(saved?.source ?? file, endpoint, options.journal)
  const drivers = account.value
  const view = await readAccount(document, drivers, { ids, owned: ownedBy(journal.entries) })
  if (!view.ok) return failed([view.error])
  const { live, past } = view.value
  const plan = planDesign(document, live, past)
  return ok({
    document,
    ids,
    plan,
    live,
    drivers,
    endpoint,
    journal,
    ...(saved && { saved: { outdated: noLongerTrue(saved, plan) } }),
  })
}
