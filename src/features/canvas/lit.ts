import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { OriginAttempt, RequestResult } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { nodeId, type Site } from '#things/behavior-rows.ts'
import { type Outcome, outcomeOf } from '#things/outcome.ts'
import { thingAt } from '#things/thing.ts'
import type { Told } from './node/data.ts'

/** A status as a node says it: of an origin, what it answered; of the distribution and the behavior, what viewers got. */
const statusOf = ({ status, error }: OriginAttempt): string => String(status ?? error ?? '')

const nothing: Told = { text: '', outcome: undefined }

const originOutcome = ({ status }: OriginAttempt): Outcome | undefined =>
  status === undefined || status >= 400 ? 'error' : undefined

const chosenBy = (site: Site, { behavior: pattern }: RequestResult) =>
  behaviorsOf(site).find(({ behavior, index }) =>
    index === undefined ? pattern === '*' : nameOf(behavior.PathPattern) === pattern,
  )

/** The origins that were asked and the groups that chose them. */
function litTargets(site: Site, result: RequestResult, lit: Map<string, Told>): void {
  const asked = new Map(result.originRequests.map((attempt) => [attempt.origin, attempt]))
  for (const { value } of originsOf(site)) {
    const attempt = asked.get(nameOf(value.Id))
    if (!attempt) continue
    const told = { text: statusOf(attempt), outcome: originOutcome(attempt) }
    lit.set(nodeId(site.id, 'origin', value.key), told)
  }
  const target = nameOf(chosenBy(site, result)?.behavior.TargetOriginId)
  for (const { value } of originGroupsOf(site)) {
    const isAsked = (value.Members ?? []).some((member) => asked.has(nameOf(known(member)?.OriginId)))
    if (nameOf(value.Id) === target && isAsked) lit.set(nodeId(site.id, 'group', value.key), nothing)
  }
}

const siteOf = (document: DesignDocument, owner: LogicalId | undefined): Site | undefined =>
  distributionsIn(document).find(({ id }) => id === owner)

/** The nodes that a traced request passed, with what came of it there. `isOver`: its story is told to the end. */
export function litNodes(
  document: DesignDocument,
  owner: LogicalId | undefined,
  result: RequestResult | undefined,
  isOver = true,
): ReadonlyMap<string, Told> {
  const site = siteOf(document, owner)
  const lit = new Map<string, Told>()
  if (!site || !result) return lit
  const outcome = isOver ? outcomeOf(result) : undefined
  lit.set(nodeId(site.id, 'viewer', ''), nothing)
  lit.set(nodeId(site.id, 'distribution', ''), isOver ? { text: String(result.status), outcome } : nothing)
  const chosen = chosenBy(site, result)
  const behavior = chosen && thingAt(document, chosen.path)?.node
  if (behavior) lit.set(behavior, isOver ? { text: result.resultType, outcome } : nothing)
  litTargets(site, result, lit)
  return lit
}
