/** A plan for the open design, how far an apply has come, and the journal of what was done. */
import { create } from 'zustand'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type KnownIds, readAccount } from '#core/plan/account.ts'
import type { Progress } from '#core/plan/apply.ts'
import { boundTo, type Made, madeIn } from '#core/plan/around.ts'
import { type BucketGrant, bucketGrants } from '#core/plan/bucket-policy.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { gravity } from '#core/plan/gravity.ts'
import type { Identity } from '#core/plan/identity.ts'
import type { Imported } from '#core/plan/import.ts'
import {
  cutOff,
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
import type { StalePath } from '#core/plan/stale.ts'
import { planUndo } from '#core/plan/undo.ts'
import { type AccountPort, account, learnIdentity, useAccount } from './account.ts'
import { currentDocument, useDesign } from './design.ts'
import { announce } from './session.ts'

/** Where journals are kept, one line an entry. */
export interface JournalPort {
  readonly read: (name: string) => Promise<readonly string[]>
  /** Of every journal whose name begins so. */
  readonly all: (beginning: string) => Promise<readonly string[]>
  readonly add: (name: string, line: string) => Promise<void>
}

interface Deployment {
  readonly plan: Plan | undefined
  /** The account that the plan was made for; it is applied there or nowhere. */
  readonly scope: Scope | undefined
  /** What a person said is the design's, by logical id. */
  readonly adopted: KnownIds
  /** What is to be made beside something that looks like it. */
  readonly fresh: ReadonlySet<LogicalId>
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
  /**
   * How the last run ended, where the plan at hand does not tell: cut off before its end, so that the plan is no longer
   * what is left to do; or back, so that the design still says what was taken back.
   */
  readonly ended: 'cut' | 'back' | undefined
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
  fresh: new Set(),
  undoes: undefined,
  live: {},
  of: undefined,
  confirmed: new Set(),
  allowed: new Set(),
  progress: [],
  busy: undefined,
  failure: undefined,
  ended: undefined,
  journal: [],
  stale: {},
  grants: [],
  made: [],
}
export const useDeployment = create<Deployment>()(() => empty)

/** Forgets what was read of the account; another design has nothing to do with it. */
export const forgetDeployment = (): void => useDeployment.setState(empty)

let journals: JournalPort = {
  read: () => Promise.resolve([]),
  all: () => Promise.resolve([]),
  add: () => Promise.resolve(),
}
export const setJournalPort = (port: JournalPort): void => {
  journals = port
}

const scopeOf = (identity: Identity | undefined): Scope => ({
  endpoint: identity?.endpoint ?? '',
  account: identity?.account ?? null,
  partition: identity?.partition ?? null,
})
/** The account that the plan at hand was made for. */
export const scopeOfPlan = (): Scope =>
  useDeployment.getState().scope ?? scopeOf(useAccount.getState().identity)

/** One journal for each design, API and account. */
export const journalName = (id: string, { endpoint, account }: Scope): string =>
  [id, endpoint, account ?? ''].join(' ')
const readLines = async (scope: Scope): Promise<string> => {
  try {
    return (await journals.read(journalName(useDesign.getState().id, scope))).join('\n')
  } catch {
    return ''
  }
}
/** The last apply of the open design in whatever account, where it did not come to its end. */
export async function readCutOff(): Promise<Journal> {
  try {
    return cutOff(parseJournal((await journals.all(`${useDesign.getState().id} `)).join('\n')))
  } catch {
    return []
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
export const recordIn =
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
export async function work(
  busy: Deployment['busy'],
  call: (port: AccountPort) => Promise<void>,
): Promise<boolean> {
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

export async function readAndPlan({ drivers }: AccountPort): Promise<void> {
  const { id } = useDesign.getState()
  const written = currentDocument()
  const { adopted, fresh } = useDeployment.getState()
  const scope = scopeOf(useAccount.getState().identity)
  const lines = await readLines(scope)
  const made = madeIn(lines, scope)
  const document = documentWith(made)
  const journal = journalIn(parseJournal(lines), scope)
  const view = await readAccount(document, drivers, { owned: ownedBy(journal), ids: adopted, fresh })
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
    ended: undefined,
    journal,
    grants: bucketGrants(document, live),
  })
}

/** Reads the account and says what an apply would do. */
export async function makePlan(): Promise<void> {
  useDeployment.setState(({ stale, adopted, fresh }) => ({
    ...empty,
    stale,
    adopted,
    fresh,
    busy: 'planning',
  }))
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
      ended: undefined,
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

/** A person says that it is another one than what looks like it. */
export async function makeBeside(resource: LogicalId): Promise<void> {
  useDeployment.setState(({ fresh }) => ({ fresh: new Set([...fresh, resource]) }))
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
