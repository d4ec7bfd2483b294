import { nodeClient } from '#aws/client.ts'
import { driversFor } from '#aws/drivers/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { failed, ok, type Result } from '#core/model/result.ts'
import { type Drivers, readLive } from '#core/plan/apply.ts'
import { dependencyOrder } from '#core/plan/order.ts'
import { type LiveResources, type Plan, planDesign } from '#core/plan/plan.ts'
import { failureLines, oneDistribution, openSource } from './source.ts'

export interface DeploymentOptions {
  readonly id?: string
  readonly endpointUrl?: string
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}
export interface Prepared {
  readonly document: DesignDocument
  readonly plan: Plan
  readonly live: LiveResources
  readonly drivers: Drivers
}

/** Reads a source and the account, and plans; lines for a person where it cannot. */
export async function prepare(file: string, options: DeploymentOptions): Promise<Result<Prepared, string[]>> {
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) return failed(failureLines(opened.error))
  const { document } = opened.value
  if (options.endpointUrl !== undefined && !URL.canParse(options.endpointUrl))
    return failed([`“${options.endpointUrl}” is not a URL; write one like http://127.0.0.1:4566.`])
  const ids: Record<string, string> = {}
  if (options.id !== undefined) {
    const chosen = oneDistribution(document, options.distribution)
    if (!chosen.ok) return failed([`${file}: ${chosen.error}`])
    ids[chosen.value] = options.id
  }
  const drivers = driversFor(nodeClient(options.endpointUrl))
  const live = await readLive(document, dependencyOrder(document), drivers, ids)
  if (!live.ok) return failed([live.error])
  return ok({ document, plan: planDesign(document, live.value), live: live.value, drivers })
}

const shown = (value: unknown): string => (value === undefined ? '(nothing)' : JSON.stringify(value))

/** A plan as text: one line for each resource, the fields that change below it. */
export function planText({ steps, left }: Plan): string {
  const marks = { create: '+', update: '~', unchanged: ' ' } as const
  const lines = steps.flatMap(({ action, resource, type, changes, obstacle }) => [
    `${marks[action]} ${action.padEnd(9)} ${type} “${resource}”`,
    ...changes.map(
      ({ path, before, after }) => `      ${path.join('.')}: ${shown(before)} → ${shown(after)}`,
    ),
    ...(obstacle === undefined ? [] : [`      cannot be applied: ${obstacle}`]),
  ])
  const count = (action: string) => steps.filter((step) => step.action === action).length
  return [
    ...lines,
    ...(left.length > 0 ? [`Not deployed by Frontage: ${left.join(', ')}`] : []),
    `${count('create')} to create, ${count('update')} to update, ${count('unchanged')} unchanged`,
  ].join('\n')
}
