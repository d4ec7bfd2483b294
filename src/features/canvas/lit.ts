import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { OriginAttempt, RequestResult } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { nodeId } from '#things/behavior-rows.ts'
import { thingAt } from '#things/thing.ts'

/** A status as a node says it: of an origin, what it answered; of the distribution and the behavior, what viewers got. */
const statusOf = ({ status, error }: OriginAttempt): string => String(status ?? error ?? '')

/** The nodes that a traced request passed, with what came of it there. `isOver`: its story is told to the end. */
export function litNodes(
  document: DesignDocument,
  owner: LogicalId | undefined,
  result: RequestResult | undefined,
  isOver = true,
): ReadonlyMap<string, string> {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  const lit = new Map<string, string>()
  if (!site || !result) return lit
  lit.set(nodeId(site.id, 'viewer', ''), '')
  lit.set(nodeId(site.id, 'distribution', ''), isOver ? String(result.status) : '')
  const chosen = behaviorsOf(site).find(({ behavior, index }) =>
    index === undefined ? result.behavior === '*' : nameOf(behavior.PathPattern) === result.behavior,
  )
  const behaviorNode = chosen && thingAt(document, chosen.path)?.node
  if (behaviorNode) lit.set(behaviorNode, isOver ? result.resultType : '')
  const asked = new Map(result.originRequests.map((attempt) => [attempt.origin, statusOf(attempt)]))
  for (const { value } of originsOf(site))
    if (asked.has(nameOf(value.Id)))
      lit.set(nodeId(site.id, 'origin', value.key), asked.get(nameOf(value.Id)) ?? '')
  for (const { value } of originGroupsOf(site)) {
    const isTarget = chosen && nameOf(chosen.behavior.TargetOriginId) === nameOf(value.Id)
    const isAsked = (value.Members ?? []).some((member) => asked.has(nameOf(known(member)?.OriginId)))
    if (isTarget && isAsked) lit.set(nodeId(site.id, 'group', value.key), '')
  }
  return lit
}
