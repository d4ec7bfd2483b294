import { createInterface } from 'node:readline/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { applyPlan, DriverFailure, type Progress } from '#core/plan/apply.ts'
import type { LiveResources } from '#core/plan/plan.ts'
import { type DeploymentOptions, type Prepared, planText, prepare } from './deployment.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ApplyOptions extends DeploymentOptions {
  readonly yes: boolean
  readonly wait: boolean
}

const waitLimit = 30 * 60_000
const waitStep = 5_000

async function isConfirmed(prepared: Prepared): Promise<boolean> {
  tell(planText(prepared.plan))
  if (!process.stdin.isTTY) {
    tell('Nothing was applied: add --yes where nobody can be asked.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('Apply this? Only “yes” will: ')
  terminal.close()
  return answer.trim() === 'yes'
}

async function waitUntilDeployed({ drivers, document }: Prepared, live: LiveResources): Promise<boolean> {
  const sites = Object.entries(live).filter(([id]) => document.resources[id]?.type === 'Distribution')
  const until = Date.now() + waitLimit
  for (const [id, { physicalId }] of sites) {
    while (!(await drivers.Distribution?.isDeployed?.(physicalId))) {
      if (Date.now() > until) {
        tell(`“${id}” is still being deployed after 30 minutes; CloudFront goes on with it.`)
        return false
      }
      await pause(waitStep)
    }
    tell(`“${id}” is deployed.`)
  }
  return true
}

/** `frontage apply`: does what plan says; stops at the first step that fails, and a later run goes on from there. */
export async function apply(file: string, options: ApplyOptions): Promise<number> {
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const { document, plan, live, drivers } = prepared.value
  if (!options.yes && !(await isConfirmed(prepared.value))) return exitStatus.wrong
  const progress: Progress[] = []
  const run = applyPlan(document, plan, live, drivers)
  let next = await run.next()
  while (!next.done) {
    progress.push(next.value)
    tell(`${next.value.resource}: ${next.value.status}${next.value.message ? `: ${next.value.message}` : ''}`)
    next = await run.next()
  }
  const hasFailed = progress.some(({ status }) => status === 'failed')
  const resources = Object.fromEntries(
    Object.entries(next.value).map(([id, { physicalId, arn }]) => [
      id,
      { id: physicalId, ...(arn && { arn }) },
    ]),
  )
  if (options.format === 'json')
    await print(JSON.stringify({ applied: !hasFailed, resources, progress }, null, 2))
  else
    await print(
      Object.entries(resources)
        .map(([id, one]) => `${id}: ${one.id}`)
        .join('\n'),
    )
  if (hasFailed) return exitStatus.wrong
  try {
    return options.wait && !(await waitUntilDeployed(prepared.value, next.value))
      ? exitStatus.wrong
      : exitStatus.ok
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.wrong
  }
}
