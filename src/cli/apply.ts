import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { DriverFailure, type Drivers } from '#core/plan/driver.ts'
import { type Plan, twoSidedConflicts } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import { staleByDesign } from '#core/plan/stale.ts'
import { grantBuckets, invalidateStale } from './afterwards.ts'
import { ask } from './ask.ts'
import { type DeploymentOptions, type Prepared, prepare } from './deployment.ts'
import type { JournalFile } from './journal-file.ts'
import { tellErrors } from './known-problems.ts'
import { planText } from './plan-text.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ApplyOptions extends DeploymentOptions {
  readonly yes: boolean
  readonly wait: boolean
  /** Names of resources that may be deleted. */
  readonly delete: readonly string[]
  /** Pushes over what somebody else changed in the same fields. */
  readonly overwrite: boolean
  /** Invalidates what the change makes stale. */
  readonly invalidate: boolean
  /** Lets CloudFront read the buckets behind origin access controls. */
  readonly bucketPolicy: boolean
}

const waitLimit = 30 * 60_000
const waitStep = 5_000

/** What a run of a plan needs, be it an apply or an undo. */
export interface Runnable {
  readonly document: DesignDocument
  readonly plan: Plan
  readonly live: LiveResources
  readonly drivers: Drivers
  readonly journal: JournalFile
}

/** The deletions that a person confirms by typing the name of each; an exit status where nothing is to be applied. */
async function askFor(
  plan: Plan,
  given: readonly LogicalId[],
): Promise<Result<readonly LogicalId[], number>> {
  tell(planText(plan))
  if (!process.stdin.isTTY) {
    tell('Nothing was applied: add --yes where nobody can be asked.')
    return failed(exitStatus.wrong)
  }
  const confirmed = [...given]
  for (const { resource, action, type } of plan.steps) {
    if (action !== 'delete' || confirmed.includes(resource)) continue
    const answer = await ask(`Type “${resource}” to delete this ${type}, or nothing to keep it: `)
    if (answer === undefined) return left()
    if (answer === resource) confirmed.push(resource)
  }
  const answer = await ask('Apply this? Only “yes” will: ')
  if (answer === undefined) return left()
  if (answer === 'yes') return ok(confirmed)
  tell('Nothing was applied.')
  return failed(exitStatus.wrong)
}

function left(): Result<never, number> {
  tell('\nNothing was applied.')
  return failed(exitStatus.interrupted)
}

export interface Ran {
  readonly progress: readonly Progress[]
  readonly live: LiveResources
  readonly hasFailed: boolean
}

/** Runs a plan, tells each step on standard error and keeps the journal. */
export async function run(
  { document, plan, live, drivers, journal }: Runnable,
  deletions: readonly LogicalId[],
): Promise<Ran> {
  const progress: Progress[] = []
  const steps = applyPlan(document, plan, live, drivers, {
    run: randomUUID(),
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

/** Why a plan is not applied as it stands: it is outdated, or somebody else changed the same fields. */
function refusal({ plan, saved }: Prepared, { overwrite }: ApplyOptions): readonly string[] {
  if (saved && saved.outdated.length > 0)
    return [
      `Nothing was applied: the plan is no longer true for ${saved.outdated.map((id) => `“${id}”`).join(', ')}; plan again.`,
    ]
  const conflicts = twoSidedConflicts(plan)
  if (overwrite || conflicts.length === 0) return []
  return [
    planText(plan),
    `Nothing was applied: somebody else changed ${conflicts.map(({ path }) => path.join('.')).join(', ')} since the last apply, and the design changes it too. Take that into the design, or push over it with --overwrite.`,
  ]
}

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

/** `frontage apply`: does what plan says; stops at the first step that fails, and a later run goes on from there. */
export async function apply(file: string, options: ApplyOptions): Promise<number> {
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  tellErrors(prepared.value.document)
  const refused = refusal(prepared.value, options)
  if (refused.length > 0) {
    for (const line of refused) tell(line)
    return exitStatus.wrong
  }
  const deletions = options.yes ? ok(options.delete) : await askFor(prepared.value.plan, options.delete)
  if (!deletions.ok) return deletions.error
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
  if (hasChanged || options.bucketPolicy)
    if (!(await grantBuckets(prepared.document, live, options, options.bucketPolicy))) return false
  if (options.wait && !(await waitUntilDeployed(prepared, live))) return false
  if (options.invalidate) return invalidateStale(stale, live, options)
  for (const [id, paths] of Object.entries(stale))
    tell(
      `Cached objects of “${id}” are stale: ${paths.map(({ path, reason }) => `${path} (${reason})`).join(', ')}; --invalidate removes them.`,
    )
  return true
}
