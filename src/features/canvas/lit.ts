import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { nodeId } from '#nodes/behavior-rows.ts'
import { thingAt } from '#nodes/thing.ts'

/** The nodes that a traced request passed. */
export function litNodes(
  document: DesignDocument,
  owner: LogicalId | undefined,
  result: RequestResult | undefined,
): ReadonlySet<string> {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  const lit = new Set<string>()
  if (!site || !result) return lit
  lit.add(nodeId(site.id, 'viewer', '')).add(nodeId(site.id, 'distribution', ''))
  const chosen = behaviorsOf(site).find(({ behavior, index }) =>
    index === undefined ? result.behavior === '*' : nameOf(behavior.PathPattern) === result.behavior,
  )
  const behaviorNode = chosen && thingAt(document, chosen.path)?.node
  if (behaviorNode) lit.add(behaviorNode)
  const asked = new Set(result.originRequests.map(({ origin }) => origin))
  for (const { value } of originsOf(site))
    if (asked.has(nameOf(value.Id))) lit.add(nodeId(site.id, 'origin', value.key))
  for (const { value } of originGroupsOf(site)) {
    const isTarget = chosen && nameOf(chosen.behavior.TargetOriginId) === nameOf(value.Id)
    const isAsked = (value.Members ?? []).some((member) => asked.has(nameOf(known(member)?.OriginId)))
    if (isTarget && isAsked) lit.add(nodeId(site.id, 'group', value.key))
  }
  return lit
}
