/** Removing several things as one step. Nothing that stays refers to what is gone: it lets go, or keeps it where it is. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { combine, type Edit, removeAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { type Reference, referencesTo } from '#core/model/reference.ts'
import { resourceKind } from '#core/resources/index.ts'
import type { Requirement } from '#core/resources/kind/requirement.ts'
import { removeNotes } from './notes.ts'
import { removeResource } from './resources.ts'

export interface Removal {
  readonly edit: Edit
  /** What stays and let go of what was removed. */
  readonly released: readonly Reference[]
}

const isResource = (path: Path) => path.length === 3

/** Where the config of a resource begins in a path. */
const root = 3

/** An association is nothing without what it names. */
const associated: ReadonlySet<unknown> = new Set(['FunctionARN', 'LambdaFunctionARN', 'OriginId'])

/** The requirement that holds for the structure at a path; lists stand for their items. */
const requirementAt = (requirement: Requirement | undefined, path: Path): Requirement | undefined =>
  path.reduce<Requirement | undefined>(
    (found, step) => (typeof step === 'number' ? found : found?.within?.[step]),
    requirement,
  )

/** What has to go so that a reference is gone: the field, or the structure that is nothing without it; undefined where that is the resource. */
function holderOf(document: DesignDocument, { from, path }: Reference): Path | undefined {
  const kind = resourceKind(document.resources[from]?.type ?? '')
  if (!kind) return undefined
  let holder = path
  while (holder.length > root) {
    const [step, above] = [holder.at(-1), holder.slice(0, -1)]
    if (typeof step === 'number') return holder
    const isNeeded =
      associated.has(step) ||
      requirementAt(kind.required, above.slice(root))?.fields?.includes(String(step)) === true
    if (!isNeeded) return holder
    holder = above
  }
  return undefined
}

/** From the end, so that no index moves before its turn. */
const lastFirst = (a: Path, b: Path): number => {
  for (const [index, step] of a.entries()) {
    const other = b[index]
    if (step === other) continue
    if (typeof step === 'number' && typeof other === 'number') return other - step
    return String(step) < String(other) ? 1 : -1
  }
  return 0
}

/**
 * Removes resources and list items with their notes. What refers to a resource lets go of it; fails with the references
 * that cannot: those of resources that are not CloudFront's, and of resources that are nothing without it.
 */
export function removeThings(
  paths: readonly Path[],
  label: string,
  document: DesignDocument,
): Result<Removal, readonly Reference[]> {
  const resources = paths.filter(isResource).map(([, id]) => String(id))
  const gone = new Set<LogicalId>(resources)
  const items = paths.filter((path) => !isResource(path) && !gone.has(String(path[1])))
  const isInItems = (path: Path) => items.some((item) => item.every((step, index) => step === path[index]))
  const references = resources
    .flatMap((id) => referencesTo(document, id))
    .filter(({ from, path }) => !gone.has(from) && !isInItems(path))
  const held = references.filter((reference) => holderOf(document, reference) === undefined)
  if (held.length > 0) return failed(held)
  const holders = new Map(
    references.flatMap((reference) => {
      const holder = holderOf(document, reference)
      return holder ? [[holder.join('\n'), holder] as const] : []
    }),
  )
  return ok({
    released: references,
    edit: combine(label, [
      removeNotes(document, paths),
      ...[...holders.values()].toSorted(lastFirst).map((path) => removeAt(path)),
      ...items.toSorted(lastFirst).map((path) => removeAt(path)),
      ...resources.map(removeResource),
    ]),
  })
}
