/** A plan for the open design, how far an apply has come, and the journal of what was done. */
import { create } from 'zustand'
import { type DesignDocument, emptyDesign, type LogicalId } from '#core/model/document.ts'
import { type KnownIds, readAccount } from '#core/plan/account.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { boundTo, type Made, madeIn } from '#core/plan/around.ts'
import { type BucketGrant, bucketGrants } from '#core/plan/bucket-policy.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { gravity } from '#core/plan/gravity.ts'
import type { Identity } from '#core/plan/identity.ts'
import type { Imported } from '#core/plan/import.ts'
import {
  importEntry,
  type Journal,
  type JournalEntry,
  journalIn,
  ownedBy,
  parseJournal,
} from '#core/plan/journal.ts'
import { type Plan, planDesign, withoutMade } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import type { Scope } from '#core/plan/scope.ts'
import { type StalePath, staleByDesign } from '#core/plan/stale.ts'
import { planUndo } from '#core/plan/undo.ts'
import { type AccountPort, account, learnIdentity, useAccount } from './account.ts'
import { currentDocument, useDesign } from './design.ts'
import { announce } from './session.ts'

/** Where journals are kept, one line an entry. */
export interface JournalPort {
  readonly read: (name: string) => Promise<readonly string[]>
  readonly add: (name: string, line: string) => Promise<void>
}

interface Deployment {
  readonly plan: Plan | undefined
  /** The account that the plan was made for; it is applied there or nowhere. */
  readonly scope: Scope | undefined
  /** What a person said is the design's, by logical id. */
  readonly adopted: KnownIds
  /** The run that the plan takes back; undefined where it does what the design says. */
  readonly undoes: string | undefined
  readonly live: LiveResources
  /** Of this document; another one needs a new plan. */
  readonly of: DesignDocument['resources'] | undefined
  /** Deletions whose name was typed. */
  readonly confirmed: ReadonlySet<LogicalId>
  /** What was let happen by typing its name: an outage, a name that stops answering, access that opens. */
  readonly allowed: ReadonlySet<LogicalId>
  readonly progress: readonly Progress[]
  readonly busy: 'planning' | 'applying' | 'deploying' | 'invalidating' | 'promoting' | undefined
  readonly failure: string | undefined
  readonly journal: Journal
  /** What the last apply made stale in the caches. */
  readonly stale: Readonly<Record<LogicalId, readonly StalePath[]>>
  readonly grants: readonly BucketGrant[]
  /** What was made around the site in this account. */
  readonly made: readonly Made[]
}
const empty: Deployment = {
  plan: undefined,
  scope: undefined,
  adopted: {},
  undoes: undefined,
  live: {},
  of: undefined,
  confirmed: new Set(),
  allowed: new Set(),
  progress: [],
  busy: undefined,
  failure: undefined,
  journal: [],
  stale: {},
  grants: [],
  made: [],
}
export const useDeployment = create<Deployment>()(() => empty)

/** Forgets what was read of the account; another design has nothing to do with it. */
export const forgetDeployment = (): void => useDeployment.setState(empty)

let journals: JournalPort = { read: () => Promise.resolve([]), add: () => Promise.resolve() }
export const setJournalPort = (port: JournalPort): void => {
  journals = port
}
let wasCancelled = false
const waitStep = 3_000
const waitLimit = 30 * 60_000

const scopeOf = (identity: Identity | undefined): Scope => ({
  endpoint: identity?.endpoint ?? '',
  account: identity?.account ?? null,
  partition: identity?.partition ?? null,
})
/** The account that the plan at hand was made for. */
export const scopeOfPlan = (): Scope =>
  useDeployment.getState().scope ?? scopeOf(useAccount.getState().identity)

/** One journal for each design, API and account. */
const journalName = (id: string, { endpoint, account }: Scope): string =>
  [id, endpoint, account ?? ''].join(' ')
const readLines = async (scope: Scope): Promise<string> => {
  try {
    return (await journals.read(journalName(useDesign.getState().id, scope))).join('\n')
  } catch {
    return ''
  }
}
const readJournal = async (scope: Scope): Promise<Journal> =>
  journalIn(parseJournal(await readLines(scope)), scope)

/** The open design with the values of what was made around it. */
export const documentWith = (made: readonly Made[]): DesignDocument =>
  boundTo(
    currentDocument(),
    made.filter(({ status }) => status === 'done'),
  )

/** Remembers what is made around the site in the account of the plan, so that the next plan knows its value. */
export async function rememberMade(made: Omit<Made, 'at' | 'in'>): Promise<void> {
  const scope = scopeOfPlan()
  const line: Made = { ...made, at: new Date().toISOString(), in: scope }
  useDeployment.setState(({ made: before }) => ({
    made: [...before.filter(({ resource }) => resource !== line.resource), line],
  }))
  // A thing of which no journal could tell is not made: nobody would know its name afterwards.
  await journals.add(journalName(useDesign.getState().id, scope), JSON.stringify(line)).catch(() => {
    throw new DriverFailure('The browser keeps no journal, so nothing is made around the site.')
  })
}

/** What was imported into a design is its own from now on. */
export async function rememberImport(design: string, live: Imported['live']): Promise<void> {
  const scope = scopeOf(useAccount.getState().identity)
  const stamp = { run: crypto.randomUUID(), at: new Date().toISOString(), in: scope }
  const record = recordIn(journalName(design, scope))
  for (const { id, type, live: found } of live) await record({ ...stamp, ...importEntry(id, type, found) })
}

/** Writes into the journal of the design whose plan is being run, whichever design is open by then. */
const recordIn =
  (name: string) =>
  async (entry: JournalEntry): Promise<void> => {
    if (name === journalName(useDesign.getState().id, scopeOfPlan()))
      useDeployment.setState(({ journal }) => ({ journal: [...journal, entry] }))
    try {
      await journals.add(name, JSON.stringify(entry))
    } catch {
      announce('The browser keeps no journal, so this run cannot be undone after a reload.')
    }
  }

/** Runs a piece of work on the account; what AWS refuses becomes the failure that is shown. */
async function work(busy: Deployment['busy'], call: (port: AccountPort) => Promise<void>): Promise<boolean> {
  useDeployment.setState({ busy, failure: undefined })
  try {
    await call(await account())
    return true
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    useDeployment.setState({ failure: error.message })
    return false
  } finally {
    useDeployment.setState({ busy: undefined })
  }
}

async function readAndPlan({ drivers }: AccountPort): Promise<void> {
  const { id } = useDesign.getState()
  const written = currentDocument()
  const { adopted } = useDeployment.getState()
  const scope = scopeOf(useAccount.getState().identity)
  const lines = await readLines(scope)
  const made = madeIn(lines, scope)
  const document = documentWith(made)
  const journal = journalIn(parseJournal(lines), scope)
  const view = await readAccount(document, drivers, { owned: ownedBy(journal), ids: adopted })
  if (!view.ok) throw new DriverFailure(view.error)
  // Another design was opened meanwhile; this plan is none of its business.
  if (useDesign.getState().id !== id) return
  const { live, past } = view.value
  useDeployment.setState({
    plan: withoutMade(planDesign(document, live, past), made),
    scope,
    made,
    undoes: undefined,
    live,
    of: written.resources,
    confirmed: new Set(),
    allowed: new Set(),
    journal,
    grants: bucketGrants(document, live),
  })
}

/** Reads the account and says what an apply would do. */
export async function makePlan(): Promise<void> {
  useDeployment.setState(({ stale, adopted }) => ({ ...empty, stale, adopted, busy: 'planning' }))
  await learnIdentity()
  if (await work('planning', readAndPlan)) announce('The plan is ready.')
}

/** Says what it would take to go back to before a run. */
export async function makeUndoPlan(run: string): Promise<void> {
  const isPlanned = await work('planning', async ({ drivers }) => {
    const scope = scopeOf(useAccount.getState().identity)
    const back = await planUndo(await readJournal(scope), run, drivers)
    if (!back.ok) throw new DriverFailure(back.error)
    const { plan, live } = back.value
    useDeployment.setState({
      plan,
      live,
      scope,
      undoes: run,
      of: currentDocument().resources,
      confirmed: new Set(),
      allowed: new Set(),
      progress: [],
    })
  })
  if (isPlanned) announce('The way back is ready to be looked at.')
}

/** A person says that a resource of the account is the design's; the plan is made again with that. */
export async function adopt(resource: LogicalId, physicalId: string): Promise<void> {
  useDeployment.setState(({ adopted }) => ({ adopted: { ...adopted, [resource]: physicalId } }))
  await makePlan()
}

const sameCredentials = (a: Identity | undefined, b: Identity | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    a.endpoint === b?.endpoint &&
    a.account === b.account &&
    a.arn === b.arn &&
    a.source === b.source &&
    a.profile === b.profile)

/** A plan is for the account that it was made for: with other credentials it is gone, and that is said. */
function dropPlan(why: string): void {
  if (!useDeployment.getState().plan) return
  useDeployment.setState({ ...empty, failure: why })
  announce(why)
}

/** Drops what was planned as soon as other credentials are chosen, here or in another tab; returns how to stop. */
export function watchCredentials(): () => void {
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('frontage-account')
  const stop = useAccount.subscribe((now, before) => {
    if (before.identity === undefined || sameCredentials(now.identity, before.identity)) return
    channel?.postMessage('chosen')
    dropPlan('Other credentials were chosen, so the plan was dropped; plan again.')
  })
  if (channel)
    channel.onmessage = () =>
      dropPlan('Other credentials were chosen in another tab, so the plan was dropped; plan again.')
  return () => {
    stop()
    channel?.close()
  }
}

const withTyped = (names: ReadonlySet<LogicalId>, name: LogicalId, typed: string): ReadonlySet<LogicalId> => {
  const next = new Set(names)
  if (typed === name) next.add(name)
  else next.delete(name)
  return next
}

/** A deletion is confirmed by its name and by nothing else. */
export const confirmDeletion = (resource: LogicalId, typed: string): void =>
  useDeployment.setState(({ confirmed }) => ({ confirmed: withTyped(confirmed, resource, typed) }))

/** So is what cuts viewers off, or lets in those who were kept out. */
export const allowGrave = (resource: LogicalId, typed: string): void =>
  useDeployment.setState(({ allowed }) => ({ allowed: withTyped(allowed, resource, typed) }))

/** What nobody has let happen yet; as long as there is some, nothing is applied. */
export const unallowed = ({ plan, allowed }: Pick<Deployment, 'plan' | 'allowed'>): readonly LogicalId[] =>
  gravity(plan)
    .grave.map(({ resource }) => resource)
    .filter((resource) => !allowed.has(resource))

/** Ends an apply after the step that now runs; what was done stays and a later plan goes on from there. */
export const cancelApply = (): void => {
  wasCancelled = true
}

const showProgress = (step: Progress): void =>
  useDeployment.setState(({ progress }) => ({
    progress: [
      ...progress.filter(({ resource, action }) => resource !== step.resource || action !== step.action),
      step,
    ],
  }))

async function runSteps({ changing }: AccountPort, isOpen: () => boolean): Promise<LiveResources> {
  const scope = scopeOfPlan()
  const { drivers } = changing(scope)
  const { plan, live, undoes, confirmed, made } = useDeployment.getState()
  if (!plan) return live
  const document = undoes === undefined ? documentWith(made) : emptyDesign
  const run = applyPlan(document, plan, live, drivers, {
    run: crypto.randomUUID(),
    now: () => new Date().toISOString(),
    deletions: confirmed,
    scope,
    record: recordIn(journalName(useDesign.getState().id, scope)),
  })
  let next = await run.next()
  while (!next.done) {
    const step = next.value
    if (isOpen()) showProgress(step)
    if (step.status === 'failed') throw new DriverFailure(step.message ?? 'A step failed.')
    if (wasCancelled && step.status !== 'running') return live
    next = await run.next()
  }
  return next.value
}

/** Waits until every distribution that was touched is at all edge locations; may be left, CloudFront goes on. */
async function waitUntilDeployed(
  { drivers }: AccountPort,
  { resources }: DesignDocument,
  live: LiveResources,
): Promise<void> {
  const sites = Object.entries(live).filter(([id]) => resources[id]?.type === 'Distribution')
  const until = Date.now() + waitLimit
  for (const [, { physicalId }] of sites)
    while (!wasCancelled && Date.now() < until && !(await drivers.Distribution?.isDeployed?.(physicalId)))
      await new Promise((done) => setTimeout(done, waitStep))
}

/**
 * Does what the plan says; the plan must be of the design as it is now. Another design may be opened meanwhile: the run
 * goes on, and what is shown of the other one stays its own.
 */
export async function runApply(): Promise<void> {
  const { plan, of, live, allowed } = useDeployment.getState()
  const document = currentDocument()
  if (!plan || of !== document.resources || unallowed({ plan, allowed }).length > 0) return
  wasCancelled = false
  const { id, name } = useDesign.getState()
  const isOpen = () => useDesign.getState().id === id
  const stale = staleByDesign(document, live)
  useDeployment.setState({ progress: [] })
  const isApplied = await work('applying', async (port) => {
    const now = await runSteps(port, isOpen)
    if (isOpen()) useDeployment.setState({ busy: 'deploying', stale })
    await waitUntilDeployed(port, document, now)
  })
  if (!isApplied) {
    announce(
      isOpen() ? 'The apply has stopped at a failure.' : `The apply of “${name}” has stopped at a failure.`,
    )
    return
  }
  if (!isOpen()) {
    announce(`“${name}” was applied.`)
    return
  }
  const { progress } = useDeployment.getState()
  if (await work('planning', readAndPlan)) useDeployment.setState({ progress })
  announce(wasCancelled ? 'The apply was stopped; plan again to go on.' : 'Applied.')
}

/** Removes what the last apply made stale from the caches, and watches it spread. */
export async function invalidateStale(): Promise<void> {
  const isDone = await work('invalidating', async ({ changing }) => {
    const { site } = changing(scopeOfPlan())
    const { stale, live } = useDeployment.getState()
    for (const [id, paths] of Object.entries(stale)) {
      const physicalId = live[id]?.physicalId
      if (physicalId === undefined) continue
      const { id: made } = await site.invalidate(
        physicalId,
        paths.map(({ path }) => path),
        crypto.randomUUID(),
      )
      while ((await site.invalidation(physicalId, made)).status !== 'Completed')
        await new Promise((done) => setTimeout(done, waitStep))
    }
    useDeployment.setState({ stale: {} })
  })
  if (isDone) announce('The invalidation is complete.')
}

/** Gives a primary distribution the configuration of its staging one; then the design and the account are compared. */
export async function promoteStaging(primary: LogicalId, staging: LogicalId): Promise<void> {
  const isDone = await work('promoting', async (port) => {
    const { live } = useDeployment.getState()
    const [to, from] = [live[primary], live[staging]]
    if (!to || !from) throw new DriverFailure('Both distributions must be applied before one is promoted.')
    await port.changing(scopeOfPlan()).site.promote(to, from)
    await readAndPlan(port)
  })
  if (isDone) announce(`“${primary}” has the configuration of “${staging}”.`)
}
