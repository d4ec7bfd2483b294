import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { wantedCertificates } from '#core/plan/around.ts'
import { isGrave, isOutage } from '#core/plan/consequences.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import { type Plan, twoSidedConflicts } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import type { Scope } from '#core/plan/scope.ts'
import { staleByDesign } from '#core/plan/stale.ts'
import { grantBuckets, invalidateStale } from './afterwards.ts'
import { makeBuckets, makeCertificates, makeRecords } from './around.ts'
import { ask } from './ask.ts'
import { type DeploymentOptions, openDeployment, type Prepared, prepare } from './deployment.ts'
import type { JournalFile } from './journal-file.ts'
import { tellErrors } from './known-problems.ts'
import { planText } from './plan-text.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ApplyOptions extends DeploymentOptions {
  readonly yes: boolean
  readonly wait: boolean
  /** Names of resources that may be deleted. */
  readonly delete: readonly string[]
  /** Names of resources that may stop answering their viewers. */
  readonly allowOutage: readonly string[]
  /** Pushes over what somebody else changed. */
  readonly overwrite: boolean
  /** Invalidates what the change makes stale. */
  readonly invalidate: boolean
  /** Lets CloudFront read the buckets behind origin access controls. */
  readonly bucketPolicy: boolean
  /** Makes the certificates of the design before, and waits for them. */
  readonly certificates?: boolean
  /** Leads the alternate domain names to the distributions afterwards. */
  readonly records?: boolean
}

const waitLimit = 30 * 60_000
const waitStep = 5_000

/** What a run of a plan needs, be it an apply or an undo. */
export interface Runnable {
  readonly document: DesignDocument
  readonly plan: Plan
  readonly live: LiveResources
  readonly drivers: Drivers
  /** Whose account it is. */
  readonly scope: Scope
  readonly journal: JournalFile
}

/** Names of options that nothing in the plan has. */
export const unknownDeletions = ({ steps, stays }: Plan, names: readonly LogicalId[]): readonly string[] =>
  names.flatMap((name) => {
    if (steps.some(({ resource, action }) => resource === name && action === 'delete')) return []
    if (stays.some(({ resource }) => resource === name))
      return [`--delete ${name}: “${name}” is not Frontage's own, so it stays; delete it by hand.`]
    return [`--delete ${name}: nothing of this name is to be deleted.`]
  })
export const unknownOutages = ({ steps }: Plan, names: readonly LogicalId[]): readonly string[] =>
  names
    .filter((name) => !steps.some(({ resource }) => resource === name))
    .map((name) => `--allow-outage ${name}: there is no “${name}” in the plan.`)

/** Steps that take a site from its viewers, deletions aside: those are confirmed by names of their own. */
const outagesOf = ({ steps }: Plan): readonly LogicalId[] =>
  steps
    .filter(({ action, consequences }) => action !== 'delete' && isOutage(consequences))
    .map(({ resource }) => resource)

/** A person types the name of what is deleted, stops answering, loses a name or becomes public. */
async function typedNames(
  { steps }: Plan,
  given: readonly LogicalId[],
): Promise<Result<readonly LogicalId[], number>> {
  const confirmed = [...given]
  for (const { resource, action, type, consequences } of steps) {
    if (confirmed.includes(resource)) continue
    const isDeletion = action === 'delete'
    if (!isDeletion && !isGrave(consequences)) continue
    const what = isDeletion ? `delete this ${type}, or nothing to keep it` : `accept what is said of it above`
    const answer = await ask(`Type “${resource}” to ${what}: `)
    if (answer === undefined) return left()
    if (answer === resource) confirmed.push(resource)
    else if (!isDeletion) return declined()
  }
  return ok(confirmed)
}

/** The deletions that are confirmed; an exit status where nothing is to be applied. */
async function askFor(
  plan: Plan,
  given: readonly LogicalId[],
): Promise<Result<readonly LogicalId[], number>> {
  if (!process.stdin.isTTY) {
    tell('Nothing was applied: add --yes where nobody can be asked.')
    return failed(exitStatus.wrong)
  }
  const confirmed = await typedNames(plan, given)
  if (!confirmed.ok) return confirmed
  const answer = await ask('Apply this? Only “yes” will: ')
  if (answer === undefined) return left()
  return answer === 'yes' ? confirmed : declined()
}

function declined(): { readonly ok: false; readonly error: number } {
  tell('Nothing was applied.')
  return { ok: false, error: exitStatus.wrong }
}
function left(): { readonly ok: false; readonly error: number } {
  tell('\nNothing was applied.')
  return { ok: false, error: exitStatus.interrupted }
}

export interface Ran {
  readonly progress: readonly Progress[]
  readonly live: LiveResources
  readonly hasFailed: boolean
}

/** Runs a plan, tells each step on standard error and keeps the journal. */
export async function run(
  { document, plan, live, drivers, scope, journal }: Runnable,
  deletions: readonly LogicalId[],
): Promise<Ran> {
  const progress: Progress[] = []
  const steps = applyPlan(document, plan, live, drivers, {
    run: randomUUID(),
    scope,
    now: () => new Date().toISOString(),
    deletions: new Set(deletions),
    // A step of which no journal could tell is not begun: nobody would know afterwards that it is ours.
    record: journal.record,
  })
  let next = await steps.next()
  while (!next.done) {
    const { resource, status, message } = next.value
    progress.push(next.value)
    tell(`${resource}: ${status}${message ? `: ${message}` : ''}`)
    next = await steps.next()
  }
  return { progress, live: next.value, hasFailed: progress.some(({ status }) => status === 'failed') }
}

async function waitForOne(drivers: Drivers, id: LogicalId, physicalId: string): Promise<boolean> {
  const until = Date.now() + waitLimit
  while (!(await drivers.Distribution?.isDeployed?.(physicalId))) {
    if (Date.now() > until) {
      tell(`“${id}” is still being deployed after 30 minutes; CloudFront goes on with it.`)
      return false
    }
    await pause(waitStep)
  }
  tell(`“${id}” is deployed.`)
  return true
}

/** Waits until every distribution of the design is deployed; false where that failed or takes too long. */
export async function waitUntilDeployed(
  { drivers, document }: Runnable,
  live: LiveResources,
): Promise<boolean> {
  try {
    for (const [id, { physicalId }] of Object.entries(live))
      if (document.resources[id]?.type === 'Distribution' && !(await waitForOne(drivers, id, physicalId)))
        return false
    return true
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return false
  }
}

/** Why a plan is not applied as it stands: it is outdated, somebody else changed the same fields, or it cuts a site off. */
function refusal(
  { plan, saved }: Prepared,
  { overwrite, yes, allowOutage }: ApplyOptions,
): readonly string[] {
  if (saved && saved.outdated.length > 0)
    return [
      `Nothing was applied: the plan is no longer true for ${saved.outdated.map((id) => `“${id}”`).join(', ')}; plan again.`,
    ]
  const blocked = plan.steps.find(({ obstacle }) => obstacle !== undefined)
  if (blocked) return [`Nothing was applied: ${blocked.obstacle ?? ''}`]
  const conflicts = twoSidedConflicts(plan)
  if (!overwrite && conflicts.length > 0)
    return [
      `Nothing was applied: somebody else changed ${conflicts.map(({ path }) => path.join('.')).join(', ')} since the last apply, and the design changes it too. Take that into the design, or push over it with --overwrite.`,
    ]
  return yes ? outageRefusals(plan, allowOutage, 'applied') : []
}

/** Where nobody is asked, an outage is named beforehand. */
export const outageRefusals = (plan: Plan, allowed: readonly LogicalId[], done: string): readonly string[] =>
  outagesOf(plan)
    .filter((id) => !allowed.includes(id))
    .map(
      (id) =>
        `Nothing was ${done}: “${id}” would stop answering its viewers. If that is meant, add --allow-outage ${id}.`,
    )

async function report(format: 'text' | 'json', { progress, live, hasFailed }: Ran): Promise<void> {
  const resources = Object.fromEntries(
    Object.entries(live).map(([id, { physicalId, arn, domainName }]) => [
      id,
      { id: physicalId, ...(arn && { arn }), ...(domainName && { domainName }) },
    ]),
  )
  if (format === 'json') await print(JSON.stringify({ applied: !hasFailed, resources, progress }, null, 2))
  else
    await print(
      Object.entries(resources)
        .map(([id, one]) => `${id}: ${one.id}`)
        .join('\n'),
    )
}

/** Certificates come first, since a plan needs to know their ARNs; an exit status where that is the end. */
async function certificatesFirst(file: string, options: ApplyOptions): Promise<number | undefined> {
  if (options.certificates !== true) return undefined
  const opened = await openDeployment(file, options)
  if (!opened.ok) {
    for (const line of opened.error) tell(line)
    return exitStatus.unreadable
  }
  const wanted = wantedCertificates(opened.value.document)
  if (wanted.length === 0) {
    tell(
      '--certificates: the design has no certificate (AWS::CertificateManager::Certificate) whose names are known.',
    )
    return exitStatus.unreadable
  }
  if (!options.yes) {
    const names = wanted.flatMap((one) => one.names).join(', ')
    const answer = await ask(
      `Ask ACM for certificates of ${names}, and prove them in Route 53? Only “yes” will: `,
    )
    if (answer !== 'yes') return (answer === undefined ? left() : declined()).error
  }
  return (await makeCertificates(opened.value.document, opened.value, options)) ? undefined : exitStatus.wrong
}

/** Shows the plan and asks; the deletions that are confirmed, or an exit status where nothing is to be applied. */
async function agreed(
  prepared: Prepared,
  options: ApplyOptions,
): Promise<Result<readonly LogicalId[], number>> {
  const { plan, scope, document, buckets } = prepared
  tellErrors(document)
  const unknown = [...unknownDeletions(plan, options.delete), ...unknownOutages(plan, options.allowOutage)]
  if (unknown.length > 0) {
    for (const line of unknown) tell(line)
    return failed(exitStatus.unreadable)
  }
  for (const { resource, name, isMade } of buckets)
    if (!isMade)
      tell(`+ make      AWS::S3::Bucket “${resource}” (${name}), private, with a policy for CloudFront`)
  tell(planText(plan, scope))
  const refused = refusal(prepared, options)
  for (const line of refused) tell(line)
  if (refused.length > 0) return failed(exitStatus.wrong)
  return options.yes ? ok(options.delete) : askFor(plan, options.delete)
}

/** `frontage apply`: does what plan says; stops at the first step that fails, and a later run goes on from there. */
export async function apply(file: string, options: ApplyOptions): Promise<number> {
  const ended = await certificatesFirst(file, options)
  if (ended !== undefined) return ended
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const deletions = await agreed(prepared.value, options)
  if (!deletions.ok) return deletions.error
  if (!(await makeBuckets(prepared.value.buckets, prepared.value, options))) return exitStatus.wrong
  const stale = staleByDesign(prepared.value.document, prepared.value.live)
  const ran = await run(prepared.value, deletions.value)
  await report(options.format, ran)
  if (ran.hasFailed) return exitStatus.wrong
  return (await finish(prepared.value, ran, stale, options)) ? exitStatus.ok : exitStatus.wrong
}

/** What comes after: buckets, waiting, invalidations. True where all that was asked for was done. */
async function finish(
  prepared: Prepared,
  { live, progress }: Ran,
  stale: ReturnType<typeof staleByDesign>,
  options: ApplyOptions,
): Promise<boolean> {
  const hasChanged = progress.some(({ status }) => status === 'done')
  const isGranting = options.bucketPolicy || options.buckets === true
  if (hasChanged || isGranting)
    if (!(await grantBuckets(prepared.document, live, options, isGranting))) return false
  if (options.records && !(await makeRecords(prepared.document, live, options))) return false
  if (options.wait && !(await waitUntilDeployed(prepared, live))) return false
  if (options.invalidate) return invalidateStale(stale, live, options)
  for (const [id, paths] of Object.entries(stale))
    tell(
      `Cached objects of “${id}” are stale: ${paths.map(({ path, reason }) => `${path} (${reason})`).join(', ')}; --invalidate removes them.`,
    )
  return true
}
