/** Which behaviors and origins use a resource that has no node of its own: it shows at the first of them. */
import { behaviorsOf, distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

/** Every resource of the design that a value names, within it too. */
export function* refsIn(value: unknown): Generator<LogicalId> {
  if (typeof value !== 'object' || value === null) return
  if (isRef(value)) yield value.ref
  else for (const child of Object.values(value)) yield* refsIn(child)
}

/** Found once for each state of the resources: every problem of a policy asks. */
const found = new WeakMap<DesignDocument['resources'], ReadonlyMap<LogicalId, readonly Path[]>>()

/** For each resource that behaviors or origins refer to, all of these in their order. */
export function allUsers(document: DesignDocument): ReadonlyMap<LogicalId, readonly Path[]> {
  const known = found.get(document.resources)
  if (known) return known
  const users = new Map<LogicalId, Path[]>()
  const use = (value: unknown, path: Path) => {
    for (const id of new Set(refsIn(value))) {
      const paths = users.get(id)
      if (paths) paths.push(path)
      else users.set(id, [path])
    }
  }
  for (const site of distributionsIn(document)) {
    for (const { behavior, path } of behaviorsOf(site)) use(behavior, path)
    for (const { value, path } of originsOf(site)) use(value, path)
  }
  found.set(document.resources, users)
  return users
}

const isBehavior = (path: Path | undefined) =>
  path?.[3] === 'DefaultCacheBehavior' || path?.[3] === 'CacheBehaviors'

/** The behavior that alone uses a resource. */
export function onlyUser(document: DesignDocument, id: LogicalId): Path | undefined {
  const [user, ...others] = allUsers(document).get(id) ?? []
  return others.length === 0 && isBehavior(user) ? user : undefined
}
