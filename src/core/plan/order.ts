import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import { referencesFrom } from '#core/model/reference.ts'

/** The resource kinds that Frontage creates and changes. */
export const deployableTypes: readonly ResourceType[] = [
  'CachePolicy',
  'OriginRequestPolicy',
  'ResponseHeadersPolicy',
  'OriginAccessControl',
  'Function',
  'PublicKey',
  'KeyGroup',
  'Distribution',
]

export const isDeployable = (type: string): boolean => (deployableTypes as readonly string[]).includes(type)

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
