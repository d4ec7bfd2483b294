/** Runs a plan against drivers. Each step is told before and after, so that it can be shown and cut off anywhere. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { failed, ok, type Result } from '#core/model/result.ts'
import { type Live, type LiveResources, type Plan, resolveConfig } from './plan.ts'

/** The only thing that talks to AWS about one resource type. Configs are in the API's shape. */
export interface ResourceDriver {
  readonly type: ResourceType
  /** The resource that this design's one would be: by its name, or what else identifies it. */
  find(id: LogicalId, config: JsonObject): Promise<Live | undefined>
  read(physicalId: string): Promise<Live | undefined>
  create(id: LogicalId, config: JsonObject): Promise<Live>
  update(live: Live, config: JsonObject): Promise<Live>
  /** True once CloudFront serves what was applied. */
  isDeployed?(physicalId: string): Promise<boolean>
}
export type Drivers = Partial<Record<ResourceType, ResourceDriver>>

/** What went wrong at AWS, in one sentence that names the remedy. */
export class DriverFailure extends Error {}

export interface Progress {
  readonly resource: LogicalId
  readonly status: 'running' | 'done' | 'failed'
  readonly message?: string
}

/** Known physical ids by logical id, from an earlier apply or from the person. */
export type KnownIds = Readonly<Record<LogicalId, string>>

/** Reads what of a design exists already, following its order so that references are resolved on the way. */
export async function readLive(
  document: DesignDocument,
  order: readonly LogicalId[],
  drivers: Drivers,
  ids: KnownIds = {},
): Promise<Result<LiveResources, string>> {
  const live: Record<LogicalId, Live> = {}
  for (const id of order) {
    const driver = drivers[document.resources[id]?.type as ResourceType]
    if (!driver) continue
    try {
      const known = ids[id]
      const found =
        known === undefined
          ? await driver.find(id, resolveConfig(document, id, live).config)
          : await driver.read(known)
      if (known !== undefined && !found)
        return failed(`There is no ${driver.type} “${known}” in this account; check the id.`)
      if (found) live[id] = found
    } catch (error) {
      if (!(error instanceof DriverFailure)) throw error
      return failed(error.message)
    }
  }
  return ok(live)
}

const reasonOf = (error: unknown): string => {
  if (error instanceof DriverFailure) return error.message
  throw error
}

/**
 * Applies a plan step by step. Ends at the first failure; a later run goes on from what exists, because it reads
 * the account again.
 */
export async function* applyPlan(
  document: DesignDocument,
  plan: Plan,
  before: LiveResources,
  drivers: Drivers,
): AsyncGenerator<Progress, LiveResources> {
  const live: Record<LogicalId, Live> = { ...before }
  const obstacle = plan.steps.find((step) => step.obstacle !== undefined)
  if (obstacle) {
    yield { resource: obstacle.resource, status: 'failed', message: obstacle.obstacle ?? '' }
    return live
  }
  for (const step of plan.steps) {
    const driver = drivers[step.type]
    if (step.action === 'unchanged' || !driver) continue
    yield { resource: step.resource, status: 'running' }
    try {
      const { config } = resolveConfig(document, step.resource, live)
      const current = live[step.resource]
      live[step.resource] = current
        ? await driver.update(current, config)
        : await driver.create(step.resource, config)
      yield { resource: step.resource, status: 'done' }
    } catch (error) {
      yield { resource: step.resource, status: 'failed', message: reasonOf(error) }
      return live
    }
  }
  return live
}
