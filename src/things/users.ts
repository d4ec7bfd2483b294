/** On which node a resource shows that has none of its own: the first behavior or origin that uses it. */
import { behaviorsOf, distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

function* refsIn(value: unknown): Generator<LogicalId> {
  if (typeof value !== 'object' || value === null) return
  if (isRef(value)) yield value.ref
  else for (const child of Object.values(value)) yield* refsIn(child)
}

/** Found once for each state of the resources: every problem of a policy asks. */
const found = new WeakMap<DesignDocument['resources'], ReadonlyMap<LogicalId, Path>>()

/** For each resource that a behavior or an origin refers to, the first of these. */
export function firstUsers(document: DesignDocument): ReadonlyMap<LogicalId, Path> {
  const known = found.get(document.resources)
  if (known) return known
  const users = new Map<LogicalId, Path>()
  const use = (value: unknown, path: Path) => {
    for (const id of refsIn(value)) if (!users.has(id)) users.set(id, path)
  }
  for (const site of distributionsIn(document)) {
    for (const { behavior, path } of behaviorsOf(site)) use(behavior, path)
    for (const { value, path } of originsOf(site)) use(value, path)
  }
  found.set(document.resources, users)
  return users
}
