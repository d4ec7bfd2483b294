/** Reads what of a design exists in the account, and what of it is left over from before. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type Drivers, type ResourceDriver } from './driver.ts'
import { type Owned, ownedAs } from './journal.ts'
import { dependencyOrder } from './order.ts'
import type { Leftover, Past } from './plan.ts'
import { fixedChanges } from './replace.ts'
import { type Live, type LiveResources, resolveConfig } from './resolve.ts'
import { isSameSite } from './site.ts'

/** Known physical ids by logical id, from the person. */
export type KnownIds = Readonly<Record<LogicalId, string>>

export interface AccountView {
  readonly live: LiveResources
  readonly past: Past
}

/** A resource that was made before stays the one, unless AWS would not change it into what is wanted. */
async function readOwned(
  driver: ResourceDriver,
  owned: Owned | undefined,
  wanted: JsonObject,
): Promise<Live | undefined> {
  if (owned?.physicalId === undefined || owned.type !== driver.type) return undefined
  const live = await driver.read(owned.physicalId)
  return live && fixedChanges(driver.type, live.config, wanted).length === 0 ? live : undefined
}

/** A distribution whose name in the design changed is still the same site, and never made twice. */
async function readMoved(
  driver: ResourceDriver,
  document: DesignDocument,
  owned: readonly Owned[],
  wanted: JsonObject,
): Promise<Live | undefined> {
  if (driver.type !== 'Distribution') return undefined
  const moved = owned.find(
    ({ type, resource, config }) =>
      type === 'Distribution' && !document.resources[resource] && isSameSite(config, wanted),
  )
  return readOwned(driver, moved, wanted)
}

async function readOne(
  driver: ResourceDriver,
  id: LogicalId,
  document: DesignDocument,
  owned: readonly Owned[],
  wanted: JsonObject,
): Promise<Live | undefined> {
  return (
    (await readOwned(driver, ownedAs(owned, id), wanted)) ??
    (await readMoved(driver, document, owned, wanted)) ??
    (await driver.find(id, wanted))
  )
}

async function readLeftovers(
  drivers: Drivers,
  owned: readonly Owned[],
  live: LiveResources,
): Promise<readonly Leftover[]> {
  const inUse = new Set(Object.values(live).map(({ physicalId }) => physicalId))
  const leftovers: Leftover[] = []
  for (const { resource, type, physicalId, config, isOurs } of owned) {
    const driver = drivers[type]
    if (!isOurs || !driver || (physicalId !== undefined && inUse.has(physicalId))) continue
    const found =
      physicalId === undefined ? await driver.find(resource, config) : await driver.read(physicalId)
    if (found && !inUse.has(found.physicalId)) leftovers.push({ resource, type, live: found })
  }
  return leftovers
}

/**
 * Reads what of a design exists already, following its order so that references are resolved on the way. `owned` is
 * what earlier applies made; without it resources are found by what identifies them, and nothing is left over.
 */
export async function readAccount(
  document: DesignDocument,
  drivers: Drivers,
  { ids = {}, owned = [] }: { readonly ids?: KnownIds; readonly owned?: readonly Owned[] } = {},
): Promise<Result<AccountView, string>> {
  const live: Record<LogicalId, Live> = {}
  try {
    for (const id of dependencyOrder(document)) {
      // The order holds only resources of CloudFront's types.
      const driver = drivers[document.resources[id]?.type as ResourceType]
      if (!driver) continue
      const given = ids[id]
      const wanted = resolveConfig(document, id, live).config
      const found =
        given === undefined ? await readOne(driver, id, document, owned, wanted) : await driver.read(given)
      if (given !== undefined && !found)
        return failed(`There is no ${driver.type} “${given}” in this account; check the id.`)
      if (found) live[id] = found
    }
    return ok({ live, past: { owned, leftovers: await readLeftovers(drivers, owned, live) } })
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    return failed(error.message)
  }
}
