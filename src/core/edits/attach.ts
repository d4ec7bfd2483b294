/** What it means to put a policy, a function or an access control on the thing that it serves. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { Place } from '#core/resources/kind/kind.ts'

const words: Record<Place, string> = {
  behavior: 'a cache behavior',
  origin: 'an origin',
  distribution: 'a distribution',
  group: 'an origin group',
  function: 'a CloudFront function',
}

/** The kind of thing that a resource is put on; undefined for those that stand alone. */
export const placeFor = (type: ResourceType): Place | undefined => resourceKinds[type].placement?.on

/** Why a resource cannot be put on a thing of a kind; undefined where it can. */
export function attachRefusal(type: ResourceType, place: Place): string | undefined {
  const right = placeFor(type)
  if (right === place) return undefined
  return right ? `It belongs on ${words[right]}.` : 'It stands for itself.'
}

/** Puts a resource of the design on the behavior, origin, distribution or function at `path`. */
export function attach(document: DesignDocument, path: Path, id: LogicalId, type: ResourceType): Edit {
  const { placement } = resourceKinds[type]
  // The place of a resource type is checked by attachRefusal before; what it goes on is at the path.
  if (!placement) throw new Error(`${type} is not put on anything.`)
  const at = [...path, ...placement.field]
  return setAt(at, placement.value?.(valueAt(document, at), id) ?? { ref: id }, `Use “${id}”`)
}

/** Uses a managed policy, or one of the account, by its id. */
export const attachPolicyId = (path: Path, type: ResourceType, id: string, name: string): Edit => {
  const { placement } = resourceKinds[type]
  if (!placement) throw new Error(`${type} is not chosen by an id.`)
  return setAt([...path, ...placement.field], id, `Use “${name}”`)
}
