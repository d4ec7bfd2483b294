/** The account as the page sees it: a port to AWS, the plan, and how far an apply has come. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import { readAccount } from '#core/plan/account.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { type Plan, planDesign } from '#core/plan/plan.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import { currentDocument } from './design.ts'
import { announce } from './session.ts'

/** Gives the drivers; undefined where the page was not served by `frontage serve`. */
export type DeploymentPort = () => Promise<Drivers | undefined>

interface Deployment {
  readonly plan: Plan | undefined
  readonly live: LiveResources
  /** Of this document; another one needs a new plan. */
  readonly of: DesignDocument['resources'] | undefined
  readonly progress: readonly Progress[]
  readonly busy: 'planning' | 'applying' | undefined
  readonly failure: string | undefined
}
const empty: Deployment = {
  plan: undefined,
  live: {},
  of: undefined,
  progress: [],
  busy: undefined,
  failure: undefined,
}
export const useDeployment = create<Deployment>()(() => empty)

let port: DeploymentPort = () => Promise.resolve(undefined)
let wasCancelled = false

export const setDeploymentPort = (value: DeploymentPort): void => {
  port = value
}

const noServer =
  'This page was not served by “frontage serve”, so it cannot reach an account. Start it with “npm start”, or export the design.'

async function drivers(): Promise<Drivers | undefined> {
  try {
    const found = await port()
    if (!found) useDeployment.setState({ busy: undefined, failure: noServer })
    return found
  } catch {
    useDeployment.setState({
      busy: undefined,
      failure: 'The AWS client could not be loaded; reload the page and plan again.',
    })
    return undefined
  }
}

/** Reads the account and says what an apply would do. */
export async function makePlan(): Promise<void> {
  useDeployment.setState({ ...empty, busy: 'planning' })
  const found = await drivers()
  if (!found) return
  const document = currentDocument()
  const view = await readAccount(document, found)
  if (!view.ok) {
    useDeployment.setState({ busy: undefined, failure: view.error })
    return
  }
  const { live, past } = view.value
  useDeployment.setState({
    plan: planDesign(document, live, past),
    live,
    of: document.resources,
    busy: undefined,
  })
  announce('The plan is ready.')
}

/** Ends an apply after the step that now runs; what was done stays and a later plan goes on from there. */
export const cancelApply = (): void => {
  wasCancelled = true
}

/** Does what the plan says; the plan must be of the design as it is now. */
export async function runApply(): Promise<void> {
  const { plan, live, of } = useDeployment.getState()
  const document = currentDocument()
  if (!plan || of !== document.resources) return
  wasCancelled = false
  useDeployment.setState({ busy: 'applying', progress: [], failure: undefined })
  const found = await drivers()
  if (!found) return
  const run = applyPlan(document, plan, live, found)
  let next = await run.next()
  while (!next.done) {
    const step = next.value
    useDeployment.setState(({ progress }) => ({
      progress: [...progress.filter(({ resource }) => resource !== step.resource), step],
    }))
    if (wasCancelled && step.status !== 'running') break
    next = await run.next()
  }
  const { progress } = useDeployment.getState()
  const failure = progress.find(({ status }) => status === 'failed')?.message
  if (failure !== undefined) {
    useDeployment.setState({ busy: undefined, failure })
    announce('The apply has stopped at a failure.')
    return
  }
  await makePlan()
  useDeployment.setState({ progress })
  announce(wasCancelled ? 'The apply was stopped; plan again to go on.' : 'Applied.')
}
