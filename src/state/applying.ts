/** Runs a plan on the account: step by step, with what follows it. */
import { type DesignDocument, emptyDesign, type LogicalId } from '#core/model/document.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import { staleByPlan } from '#core/plan/stale.ts'
import type { AccountPort } from './account.ts'
import {
  documentWith,
  journalName,
  readAndPlan,
  recordIn,
  scopeOfPlan,
  unallowed,
  useDeployment,
  work,
} from './deployment.ts'
import { currentDocument, useDesign } from './design.ts'
import { announce } from './session.ts'

let wasCancelled = false
const waitStep = 3_000
const waitLimit = 30 * 60_000

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
  const { plan, of, live, allowed, made, undoes, ended } = useDeployment.getState()
  const document = currentDocument()
  if (!plan || ended === 'cut' || of !== document.resources || unallowed({ plan, allowed }).length > 0) return
  wasCancelled = false
  const { id, name } = useDesign.getState()
  const isOpen = () => useDesign.getState().id === id
  const stale = staleByPlan(documentWith(made), plan, live)
  useDeployment.setState({ progress: [] })
  const isApplied = await work('applying', async (port) => {
    const now = await runSteps(port, isOpen)
    if (isOpen()) useDeployment.setState({ busy: 'deploying', stale })
    await waitUntilDeployed(port, document, now)
  })
  if (!isApplied) {
    // What was done of it is not to be done again: another plan says what is left.
    if (isOpen()) useDeployment.setState({ ended: 'cut' })
    announce(
      isOpen() ? 'The apply has stopped at a failure.' : `The apply of “${name}” has stopped at a failure.`,
    )
    return
  }
  if (!isOpen()) {
    announce(`“${name}” was applied.`)
    return
  }
  await planNext(undoes !== undefined && !wasCancelled)
}

/** The next plan, from what is now in the account. Of the last one it is only told what it left as it was. */
async function planNext(isBack: boolean): Promise<void> {
  if (await work('planning', readAndPlan)) {
    const isLeft = useDeployment.getState().plan?.steps.some(({ action }) => action !== 'unchanged') === true
    useDeployment.setState(({ progress }) => ({
      progress: progress.filter(({ status }) => status === 'kept'),
      ended: isBack && isLeft ? 'back' : undefined,
    }))
  } else useDeployment.setState({ ended: 'cut' })
  if (wasCancelled) announce('The apply was stopped; plan again to go on.')
  else announce(isBack ? 'The account is as it was before that apply.' : 'Applied.')
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
