/** Ways of counting that several quotas share. */
import { distributionsIn, oncePerPair, type PlacedResource, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { Usage } from '#core/rules/harness/quota-rule.ts'
import type { PlacedDistribution } from './walk.ts'

/** How many resources of a type the design has; the path is that of the last. */
export function* inAccount<Type extends ResourceType>(
  document: DesignDocument,
  type: Type,
  keeps: (resource: PlacedResource<Type>) => boolean = () => true,
): Generator<Usage> {
  const all = resourcesOf(document, type).filter(keeps)
  const last = all.at(-1)
  if (last) yield { owner: 'The account', used: all.length, path: last.path }
}

export interface Target {
  readonly value: unknown
  readonly path: Path
}

/** The name under which a field's targets are counted together; undefined where it is not known. */
function nameIn(value: unknown): string | undefined {
  if (isUnknown(value) || value === undefined || value === '') return undefined
  if (isRef(value)) return nameOf(value)
  return typeof value === 'string' ? value : undefined
}

/** The smallest of these quotas is 20 distributions, of which 80 % are worth a note. */
const fewestToCount = 16

type TargetsOf = (distribution: PlacedDistribution) => Iterable<Target>

/** The last use of each name in one distribution. */
const usesIn = oncePerPair((targetsOf: TargetsOf, distribution: PlacedDistribution) => {
  const uses = new Map<string, Path>()
  for (const { value, path } of targetsOf(distribution)) {
    const name = nameIn(value)
    if (name !== undefined) uses.set(name, path)
  }
  return uses
})

/** How many distributions use each of what `targetsOf` gives; the path is that of the last use. */
export function* perTarget(
  document: DesignDocument,
  targetsOf: TargetsOf,
  keeps: (name: string) => boolean = () => true,
): Generator<Usage> {
  if (distributionsIn(document).length < fewestToCount) return
  const users = new Map<string, { used: number; path: Path }>()
  for (const distribution of distributionsIn(document))
    for (const [name, path] of usesIn(targetsOf, distribution)) {
      const found = users.get(name)
      users.set(name, { used: (found?.used ?? 0) + 1, path })
    }
  for (const [name, { used, path }] of users) if (keeps(name)) yield { owner: `“${name}”`, used, path }
}

/** A text's length, where it is known. */
export function* lengthOf(value: unknown, owner: string, path: Path): Generator<Usage> {
  const text = known(value)
  if (typeof text === 'string') yield { owner, used: text.length, path }
}
