/** Reads what of a design exists in the account, and what of it is left over from before. */
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type Drivers, type ResourceDriver } from './driver.ts'
import { type Owned, ownedAs } from './journal.ts'
import { dependencyOrder } from './order.ts'
import {
  type Because,
  type Claim,
  claimUnknown,
  findPending,
  nameTaken,
  type OwnershipConflict,
  readOwned,
} from './ownership.ts'
import type { Leftover, Past } from './plan.ts'
import { type Live, type LiveResources, resolveConfig } from './resolve.ts'
import { aliasesOf, isSameSite } from './site.ts'

/** Known physical ids by logical id, from the person. */
export type KnownIds = Readonly<Record<LogicalId, string>>

export interface AccountView {
  readonly live: LiveResources
  readonly past: Past
}

export interface Knowledge {
  /** What a person said is the design's. */
  readonly ids?: KnownIds
  /** What earlier applies in this account made or took over. */
  readonly owned?: readonly Owned[]
  /** What is to be made beside what looks alike. */
  readonly fresh?: ReadonlySet<LogicalId>
  /** Resources that are in the design, though this plan is not about them. */
  readonly elsewhere?: ReadonlySet<LogicalId>
}

/** A distribution whose name in the design changed is still the same site, and never made twice. */
function movedFrom(document: DesignDocument, owned: readonly Owned[], wanted: JsonObject): Owned | undefined {
  const moved = owned.filter(
    ({ type, resource, sent }) =>
      type === 'Distribution' && !document.resources[resource] && isSameSite(sent, wanted),
  )
  return moved.length === 1 ? moved[0] : undefined
}

class Reader {
  readonly live: Record<LogicalId, Live> = bare()
  readonly because: Record<LogicalId, Because> = bare()
  readonly conflicts: OwnershipConflict[] = []
  private readonly document: DesignDocument
  private readonly drivers: Drivers
  private readonly known: Required<Knowledge>
  private readonly ours: ReadonlySet<string>

  constructor(document: DesignDocument, drivers: Drivers, known: Knowledge) {
    this.document = document
    this.drivers = drivers
    this.known = { ids: {}, owned: [], fresh: new Set(), elsewhere: new Set(), ...known }
    const proven = this.known.owned.flatMap(({ physicalId }) =>
      physicalId === undefined ? [] : [physicalId],
    )
    this.ours = new Set([...proven, ...Object.values(this.known.ids)])
  }

  private async claim(driver: ResourceDriver, id: LogicalId, wanted: JsonObject): Promise<Claim> {
    const { owned } = this.known
    const moved = driver.type === 'Distribution' ? movedFrom(this.document, owned, wanted) : undefined
    return (
      (await readOwned(driver, ownedAs(owned, id), wanted)) ??
      (await readOwned(driver, moved, wanted)) ??
      (await claimUnknown(this.question(driver, id, wanted)))
    )
  }

  private question(driver: ResourceDriver, id: LogicalId, wanted: JsonObject) {
    const { owned, fresh } = this.known
    const taken = new Set(Object.values(this.live).map(({ physicalId }) => physicalId))
    const isFree = ({ type, resource, physicalId }: Owned) =>
      type === driver.type &&
      type !== 'Distribution' &&
      (resource === id || !this.document.resources[resource]) &&
      physicalId !== undefined &&
      !taken.has(physicalId)
    const free = new Set(owned.filter(isFree).map(({ physicalId = '' }) => physicalId))
    return { driver, id, wanted, ours: this.ours, free, isFresh: fresh.has(id) }
  }

  private async adopted(driver: ResourceDriver, physicalId: string): Promise<Claim> {
    const live = await driver.read(physicalId)
    if (!live)
      throw new DriverFailure(`There is no ${driver.type} “${physicalId}” in this account; check the id.`)
    return { live, because: 'adopted' }
  }

  async read(id: LogicalId): Promise<void> {
    // The order holds only resources of CloudFront's types.
    const driver = this.drivers[this.document.resources[id]?.type as ResourceType]
    if (!driver) return
    const { ids } = this.known
    const given = Object.hasOwn(ids, id) ? ids[id] : undefined
    const wanted = resolveConfig(this.document, id, this.live).config
    const claim =
      given === undefined ? await this.claim(driver, id, wanted) : await this.adopted(driver, given)
    const { live, because } = claim
    const conflict =
      claim.conflict ??
      (live && wantsAnotherName(live.config, wanted)
        ? await nameTaken(this.question(driver, id, wanted), live)
        : undefined)
    if (live) this.live[id] = live
    this.because[id] = because
    if (conflict) this.conflicts.push(conflict)
  }

  async leftovers(): Promise<readonly Leftover[]> {
    const inUse = new Set(Object.values(this.live).map(({ physicalId }) => physicalId))
    const leftovers: Leftover[] = []
    for (const owned of this.known.owned) {
      const { resource, type, physicalId, isOurs } = owned
      const driver = this.drivers[type]
      const isAround =
        this.known.elsewhere.has(resource) || (physicalId !== undefined && inUse.has(physicalId))
      if (!driver || isAround) continue
      const found =
        physicalId === undefined ? await findPending(driver, owned) : await driver.read(physicalId)
      if (found && !inUse.has(found.physicalId)) leftovers.push({ resource, type, live: found, isOurs })
    }
    return leftovers
  }
}

const wantsAnotherName = (live: JsonObject, wanted: JsonObject): boolean =>
  (typeof wanted['Name'] === 'string' && wanted['Name'] !== live['Name']) ||
  aliasesOf(wanted).some((name) => !aliasesOf(live).includes(name))

/**
 * Reads what of a design exists already, following its order so that references are resolved on the way. Without proof
 * a resource is new, and what stands in its place is a conflict.
 */
export async function readAccount(
  document: DesignDocument,
  drivers: Drivers,
  known: Knowledge = {},
): Promise<Result<AccountView, string>> {
  const reader = new Reader(document, drivers, known)
  try {
    for (const id of dependencyOrder(document)) await reader.read(id)
    const leftovers = await reader.leftovers()
    const { live, because, conflicts } = reader
    const owned = known.owned ?? []
    return ok({ live, past: { owned, leftovers, because, conflicts } })
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    return failed(error.message)
  }
}
