import { FileDown } from 'lucide-react'
import { hasWork, type Plan, type PlanStep, twoSidedConflicts } from '#core/plan/plan.ts'
import { planScript } from '#core/plan/script.ts'
import { waitsOf } from '#core/plan/waits.ts'
import { cancelApply, runApply } from '#state/applying.ts'
import { documentWith, makePlan, unallowed, useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { showDialog, showPanel } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { download } from '#ui/download.ts'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { AccountBar } from './AccountBar.tsx'
import { Afterwards } from './Afterwards.tsx'
import { Around } from './Around.tsx'
import { Confirmations } from './Confirmations.tsx'
import { CutOff } from './CutOff.tsx'
import styles from './deploy.module.css'
import { Ended } from './Ended.tsx'
import { JournalList } from './JournalList.tsx'
import { Metrics } from './Metrics.tsx'
import { PlanTable } from './PlanTable.tsx'
import { ExampleValues, Samples } from './Samples.tsx'
import { Waits } from './Waits.tsx'
import { planSummary, WhatHappens } from './WhatHappens.tsx'

const doing = {
  planning: 'Reading the account…',
  applying: 'Applying…',
  deploying: 'CloudFront is deploying it…',
  invalidating: 'Invalidating…',
  promoting: 'Promoting…',
}

/** There is nothing to apply; what somebody else changed beside the design is no reason to call both the same. */
function Settled({ plan }: { readonly plan: Plan }) {
  const changed = plan.steps.filter(({ conflicts }) => conflicts.length > 0)
  return changed.length === 0 ? (
    <span className={styles['good']}>The account is as the design says.</span>
  ) : (
    <span className={styles['differs']}>
      Nothing to apply, and somebody else has changed{' '}
      {changed.map(({ resource }) => `“${resource}”`).join(', ')}: see below.
    </span>
  )
}

function Actions() {
  const design = useDocument()
  const { plan, of, busy, undoes, live, allowed, ended } = useDeployment()
  const waitsFor = unallowed({ plan, allowed })
  const isFresh = plan !== undefined && of === design.resources && ended !== 'cut'
  const canApply = isFresh && hasWork(plan) && plan.steps.every(({ obstacle }) => obstacle === undefined)
  const overwrites = isFresh && twoSidedConflicts(plan).length > 0
  const verb = undoes !== undefined ? 'Go back' : overwrites ? 'Apply over it' : 'Apply'
  return (
    <div className={styles['bar']}>
      <Button
        {...(!isFresh && { kind: 'primary' })}
        isDisabled={busy !== undefined}
        onPress={() => void makePlan()}
      >
        {plan ? 'Plan again' : 'Plan'}
      </Button>
      {canApply && (
        <Button
          kind="primary"
          isDisabled={busy !== undefined || waitsFor.length > 0}
          onPress={() => void runApply()}
        >
          {verb}
        </Button>
      )}
      {busy && <span role="status">{doing[busy]}</span>}
      {busy === 'applying' && <Button onPress={cancelApply}>Stop after this step</Button>}
      {busy === 'deploying' && <Button onPress={cancelApply}>Do not wait</Button>}
      {!busy && plan && isFresh && hasWork(plan) && undoes === undefined && (
        <Button
          icon={<FileDown size={14} aria-hidden />}
          onPress={() => download('apply.sh', planScript(design, plan, live, { run: crypto.randomUUID() }))}
        >
          Shell script
        </Button>
      )}
      {plan && of !== design.resources && (
        <span className={styles['muted']}>The design has changed since this plan.</span>
      )}
      {isFresh && !hasWork(plan) && <Settled plan={plan} />}
    </div>
  )
}

/** What the rules already know: CloudFront would refuse it in the middle of an apply. */
function Errors() {
  const count = useProblems(({ problems }) => problems.filter(({ severity }) => severity === 'error').length)
  const plan = useDeployment((state) => state.plan)
  if (count === 0 || !plan) return null
  return (
    <p className={styles['failure']}>
      The design has {count === 1 ? 'one error' : `${count} errors`} that CloudFront would refuse.{' '}
      <Button onPress={() => showPanel('problems')}>Show the problems</Button>
    </p>
  )
}

/** What stands against a plan at its head; what a person has to say of a resource is asked in its row. */
function obstacleOf(plan: Plan | undefined, isTold: (step: PlanStep) => boolean): string | undefined {
  const count = plan?.conflicts.length ?? 0
  if (count > 0)
    return `${count === 1 ? 'A resource of the design may be' : `${count} resources of the design may be`} in the account already: say below which they are.`
  return plan?.steps.find((step) => step.obstacle && isTold(step))?.obstacle
}

/** What an apply would do in the account, doing it, and the way back. */
export function DeployPanel() {
  const { plan, failure, busy, made, undoes } = useDeployment()
  useDocument()
  const waits = plan && undoes === undefined ? waitsOf(documentWith(made)) : []
  // Another plan is read from its beginning.
  const panel = useKeptScroll('ship', plan)
  const trouble =
    failure ?? obstacleOf(plan, (step) => !waits.some((wait) => wait.resource === step.resource))
  return (
    <div ref={panel} className={styles['panel']}>
      <Actions />
      <AccountBar>
        <Button isDisabled={busy !== undefined} onPress={() => showDialog('import')}>
          Import from the account
        </Button>
      </AccountBar>
      <CutOff />
      <Errors />
      <Samples />
      <ExampleValues />
      {trouble && (
        <p className={styles['failure']} role="alert">
          {trouble}
        </p>
      )}
      <Ended />
      {!plan && !failure && !busy && (
        <p className={styles['muted']}>
          A plan reads your account through the local server and says what would be created, changed and
          deleted. Nothing changes until you apply it.
        </p>
      )}
      {waits.length > 0 && (
        <>
          <Waits waits={waits} />
          <Around />
        </>
      )}
      {plan && (
        <>
          <p className={styles['total']} data-testid="plan-total">
            {planSummary(plan)}
          </p>
          <WhatHappens plan={plan} />
          <Confirmations />
          <PlanTable plan={plan} />
        </>
      )}
      {waits.length === 0 && <Around />}
      <Afterwards />
      <Metrics />
      <JournalList />
    </div>
  )
}
