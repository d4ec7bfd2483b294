import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { referencesFrom } from '#core/model/reference.ts'
import { type DeployableType, resourceKind, resourceKinds, resourceTypes } from '#core/resources/index.ts'

export const isDeployable = (type: string): type is DeployableType =>
  (resourceKind(type)?.deployment ?? null) !== null
const orderOf = (type: ResourceType): number => resourceKinds[type].deployment?.order ?? 0

/** The resource kinds that Frontage creates, changes and deletes; each after those that it can refer to. */
export const deployableTypes: readonly ResourceType[] = resourceTypes
  .filter(isDeployable)
  .toSorted((a, b) => orderOf(a) - orderOf(b))

/** The deployable resources, each after what it refers to; a cycle is broken where it is met. */
export function dependencyOrder(document: DesignDocument): LogicalId[] {
  const order: LogicalId[] = []
  const met = new Set<LogicalId>()
  const visit = (id: LogicalId) => {
    if (met.has(id)) return
    met.add(id)
    for (const { to } of referencesFrom(document, id)) visit(to)
    const type = document.resources[id]?.type
    if (type !== undefined && isDeployable(type)) order.push(id)
  }
  for (const id of Object.keys(document.resources)) visit(id)
  return order
}

interface Deletable {
  readonly type: ResourceType
  readonly live: { readonly config: JsonObject }
}
/** A staging distribution is freed by the deletion of its continuous deployment policy. */
const rank = ({ type, live }: Deletable): number =>
  type === 'Distribution' && live.config['Staging'] === true
    ? deployableTypes.indexOf('ContinuousDeploymentPolicy') - 0.5
    : deployableTypes.indexOf(type)

/** Deletions, each before what it refers to. */
export const deletionOrder = <T extends Deletable>(leftovers: readonly T[]): readonly T[] =>
  leftovers.toSorted((a, b) => rank(b) - rank(a))
