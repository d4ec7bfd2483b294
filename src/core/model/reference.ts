/** Who refers to whom: the edges of the canvas, the order of a plan and the safety of a deletion follow from it. */
import { oncePer } from './distribution.ts'
import type { DesignDocument, LogicalId, Resource } from './document.ts'
import { isExpression, isRef, isUnknown } from './field.ts'
import type { Path } from './path.ts'

export interface Reference {
  readonly from: LogicalId
  readonly to: LogicalId
  /** Where in the document it stands. */
  readonly path: Path
}

/** What a resource or a part of one names, and where within it. */
export interface Naming {
  readonly to: LogicalId
  readonly path: Path
}

function* referencesWithin(value: unknown, path: Path): Generator<Naming> {
  if (typeof value !== 'object' || value === null) return
  if (isRef(value)) {
    yield { to: value.ref, path }
    return
  }
  if (isUnknown(value)) {
    for (const to of value.refs ?? []) yield { to, path }
    return
  }
  for (const [step, child] of Object.entries(value))
    yield* referencesWithin(child, [...path, Array.isArray(value) ? Number(step) : step])
}

/** Found once for each part of a list: an edit makes new only those that lead to what it changes. */
const namedInItem = oncePer((item: object): readonly Naming[] => [...referencesWithin(item, [])])

const namedIn = (item: unknown, path: Path): readonly Naming[] =>
  typeof item === 'object' && item !== null
    ? namedInItem(item).map((found) => ({ to: found.to, path: [...path, ...found.path] }))
    : []

/** What a resource names, and where within its config. */
export const namedBy = oncePer(({ config }: Resource): readonly Naming[] =>
  isExpression(config)
    ? namedInItem(config)
    : Object.entries(config).flatMap(([name, field]: [string, unknown]) =>
        Array.isArray(field)
          ? field.flatMap((item, index) => namedIn(item, [name, index]))
          : namedIn(field, [name]),
      ),
)

const placed = (from: LogicalId, resource: Resource): Reference[] =>
  namedBy(resource).map(({ to, path }) => ({ from, to, path: ['resources', from, 'config', ...path] }))

/** All references from one resource. */
export const referencesFrom = (document: DesignDocument, from: LogicalId): Reference[] => {
  const resource = document.resources[from]
  return resource ? placed(from, resource) : []
}

/** Found once for each state of a design: rules ask for each resource whether anything names it. */
const referencesByTarget = oncePer((resources: DesignDocument['resources']) => {
  const byTarget = new Map<LogicalId, Reference[]>()
  for (const [from, resource] of Object.entries(resources))
    for (const reference of placed(from, resource)) {
      const known = byTarget.get(reference.to)
      if (known) known.push(reference)
      else byTarget.set(reference.to, [reference])
    }
  return byTarget
})

/** All references to one resource: what a deletion would break. */
export const referencesTo = (document: DesignDocument, to: LogicalId): Reference[] => [
  ...(referencesByTarget(document.resources).get(to) ?? []),
]
