/** Runs a plan against drivers. Each step is told before and after, so that it can be shown and cut off anywhere. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { withReference } from './caller-reference.ts'
import { withTheirs } from './conflicts.ts'
import { DriverFailure, type Drivers, type ResourceDriver, StillInUse } from './driver.ts'
import { importEntry, type JournalAction, type JournalEntry } from './journal.ts'
import type { Plan, PlanStep } from './plan.ts'
import { type Live, type LiveResources, liveAt, resolveConfig } from './resolve.ts'
import type { Scope } from './scope.ts'
import { withoutTags } from './tags.ts'
import { withNewIds } from './undo.ts'

export interface Progress {
  readonly resource: LogicalId
  readonly action: PlanStep['action']
  /** `kept`: a deletion that was not confirmed, or that AWS refuses because the thing is in use. */
  readonly status: 'running' | 'done' | 'failed' | 'kept'
  readonly message?: string
}

export interface ApplySettings {
  /** The resources whose deletion was confirmed by their name. */
  readonly deletions?: ReadonlySet<LogicalId>
  /** Keeps an entry of the journal; awaited before the step begins and after it ends. */
  readonly record?: (entry: JournalEntry) => Promise<void> | void
  /** What names this run in the journal. */
  readonly run?: string
  /** Whose account it is; the journal says so with every entry. */
  readonly scope?: Scope
  /** ISO 8601, in UTC. */
  readonly now?: () => string
}

const changedSince = (id: LogicalId) => `“${id}” was changed since the plan was made; plan again to see both.`

class Run {
  readonly live: Record<LogicalId, Live>
  /** Former ids to new ones, of what was made again. */
  private readonly renamed = new Map<string, string>()
  private readonly document: DesignDocument
  private readonly drivers: Drivers
  private readonly settings: ApplySettings

  constructor(document: DesignDocument, before: LiveResources, drivers: Drivers, settings: ApplySettings) {
    this.live = { ...before }
    this.document = document
    this.drivers = drivers
    this.settings = settings
  }

  private stamp() {
    const { run = '', now, scope } = this.settings
    return { run, at: now?.() ?? '', ...(scope && { in: scope }) }
  }

  /** What a person took over is the design's from now on, also where nothing of it changes. */
  private async adopt({ resource, type, because, action }: PlanStep): Promise<void> {
    const live = liveAt(this.live, resource)
    if (because !== 'adopted' || action !== 'unchanged' || !live) return
    await this.settings.record?.({ ...this.stamp(), ...importEntry(resource, type, live) })
  }

  private async recorded<T extends Live | undefined>(
    { resource, type }: PlanStep,
    action: JournalAction,
    known: Pick<JournalEntry, 'physicalId' | 'before' | 'after' | 'design'>,
    call: () => Promise<T>,
  ): Promise<T> {
    const { record } = this.settings
    const entry = () => ({ ...this.stamp(), resource, type, action, ...known })
    await record?.({ ...entry(), status: 'begun' })
    try {
      const made = await call()
      const physicalId = made?.physicalId ?? known.physicalId
      await record?.({ ...entry(), status: 'done', ...(physicalId !== undefined && { physicalId }) })
      return made
    } catch (error) {
      // Without an answer nobody knows whether AWS did it, so only a refusal ends the step.
      if (error instanceof DriverFailure && error.isRefusal) await record?.({ ...entry(), status: 'failed' })
      throw error
    }
  }

  private async write(step: PlanStep, driver: ResourceDriver): Promise<void> {
    const config = step.config
      ? withNewIds(step.config, this.renamed)
      : resolveConfig(this.document, step.resource, this.live).config
    const { resource, type } = step
    const current = step.action === 'update' ? liveAt(this.live, step.resource) : undefined
    if (!current) {
      const complete = withReference(type, resource, config, this.settings.run ?? '')
      const made = await this.recorded(step, 'create', { after: complete }, () =>
        driver.create(resource, complete),
      )
      this.live[resource] = made
      if (step.formerId !== undefined) this.renamed.set(step.formerId, made.physicalId)
      return
    }
    const { physicalId, config: before } = current
    const { kept = [] } = step
    const wanted = current.tagsUnread === undefined ? config : withoutTags(config)
    const after = withTheirs(wanted, before, kept)
    this.live[resource] = await this.recorded(
      step,
      'update',
      { physicalId, before, after, ...(kept.length > 0 && { design: config }) },
      () => driver.update(current, after),
    )
  }

  private async remove({ target, ...step }: PlanStep, driver: ResourceDriver): Promise<void> {
    if (!target) return
    const current = await driver.read(target.physicalId)
    if (!current) return
    if (current.etag !== target.etag) throw new DriverFailure(changedSince(step.resource))
    const { physicalId, config: before } = current
    await this.recorded(step, 'delete', { physicalId, before }, async () => {
      await driver.delete(current)
      return undefined
    })
  }

  async *step(step: PlanStep): AsyncGenerator<Progress, boolean> {
    const { resource, action, type } = step
    const driver = this.drivers[type]
    await this.adopt(step)
    if (action === 'unchanged' || !driver) return true
    const told = { resource, action }
    if (action === 'delete' && this.settings.deletions?.has(resource) !== true) {
      yield { ...told, status: 'kept', message: 'It stays until its deletion is confirmed by its name.' }
      return true
    }
    yield { ...told, status: 'running' }
    try {
      await (action === 'delete' ? this.remove(step, driver) : this.write(step, driver))
      yield { ...told, status: 'done' }
      return true
    } catch (error) {
      if (!(error instanceof DriverFailure)) throw error
      yield { ...told, status: error instanceof StillInUse ? 'kept' : 'failed', message: error.message }
      return error instanceof StillInUse
    }
  }
}

/**
 * Applies a plan step by step. Ends at the first failure; a later run goes on from what exists, because it reads
 * the account again. Gives the resources as they then are.
 */
export async function* applyPlan(
  document: DesignDocument,
  plan: Plan,
  before: LiveResources,
  drivers: Drivers,
  settings: ApplySettings = {},
): AsyncGenerator<Progress, LiveResources> {
  const stopped = plan.steps.find((step) => step.obstacle !== undefined)
  if (stopped) {
    const { resource, action, obstacle = '' } = stopped
    yield { resource, action, status: 'failed', message: obstacle }
    return before
  }
  const run = new Run(document, before, drivers, settings)
  for (const step of plan.steps) if (!(yield* run.step(step))) break
  return run.live
}
