/**
 * What a CloudFront function's origin helpers change of the request's target.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
import type { FunctionOutcome } from '#core/edge/runner.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledOrigin, CompiledTarget } from '#core/trace/compile/compiled.ts'
import type { Note } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'
import { changedOrigin, objectOf, outOfRange, textOf, unplayedMembers } from './origin-change.ts'
import { inferred } from './stage.ts'

type Calls = NonNullable<FunctionOutcome['originCalls']>

const single = (origin: CompiledOrigin): CompiledTarget => ({
  id: origin.id,
  origins: [origin],
  isGroup: false,
  failoverStatuses: new Set(),
  path: origin.path,
})

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

/** `{ originOverrides }`, or the overrides themselves beside the id: both are in public use. */
function overridesOf(given: JsonObject): JsonObject {
  const { originId: _id, originOverrides, ...beside } = given
  return { ...beside, ...objectOf(originOverrides) }
}

interface Choice {
  readonly target: CompiledTarget | null
  /** The arguments for single origins, whose members are told where nothing reads them. */
  readonly changes: readonly JsonObject[]
}

function groupOf(argument: JsonObject, originOf: (id: string) => CompiledOrigin | undefined): Choice {
  const { originIds, failoverCriteria } = argument
  const named = listOf(originIds).map((member) => ({
    origin: originOf(textOf(member) ?? textOf(objectOf(member)['originId']) ?? ''),
    change: overridesOf(objectOf(member)),
  }))
  const members = named.flatMap(({ origin, change }) => (origin ? [changedOrigin(origin, change)] : []))
  const target: CompiledTarget = {
    id: members.map(({ id }) => id).join(' → '),
    origins: members,
    isGroup: true,
    failoverStatuses: new Set(listOf(objectOf(failoverCriteria)['statusCodes']).map(Number)),
    path: null,
  }
  return { target, changes: named.map(({ change }) => change) }
}

function choiceOf({ method, argument }: Calls[number], exchange: Exchange): Choice {
  const given = objectOf(argument)
  const originOf = (id: string) => exchange.distribution?.origins.get(id)
  if (method === 'createRequestOriginGroup') return groupOf(given, originOf)
  const isSelection = method === 'selectRequestOriginById'
  const chosen = isSelection
    ? originOf(textOf(argument) ?? textOf(given['originId']) ?? '')
    : exchange.target?.origins[0]
  const change = isSelection ? overridesOf(given) : given
  return { target: chosen ? single(changedOrigin(chosen, change)) : null, changes: [change] }
}

/** Why CloudFront lets the request fail after a call that the sandbox took, or null. */
function failureOf({ method, argument }: Calls[number], exchange: Exchange): string | null {
  if (method !== 'updateRequestOrigin') return null
  const [assigned] = exchange.target?.origins ?? []
  if (assigned?.kind === 'vpc')
    return `“${assigned.id}” is a VPC origin, which updateRequestOrigin cannot change; select it by its ID`
  const headers = Object.keys(objectOf(objectOf(argument)['customHeaders']))
  const taken = headers.find((name) => exchange.request.headers.has(name.toLowerCase()))
  return taken === undefined
    ? null
    : `the request already has the header “${taken}” that “customHeaders” adds`
}

function tellUnplayed(changes: readonly JsonObject[], method: string, note: Note): void {
  const also = method === 'createRequestOriginGroup' ? [] : ['originOverrides', 'originId']
  for (const change of changes) {
    const { silent, unknown } = unplayedMembers(change, also)
    for (const sentence of outOfRange(change))
      note(
        sentence,
        undefined,
        inferred('AWS does not say what becomes of it.', 'helper-functions-origin-modification'),
      )
    if (unknown.length > 0) note(`${method} has no ${unknown.join(', ')}: nothing reads it.`)
    if (silent.length > 0)
      note(
        `Not played: ${silent.join(', ')}. The simulated network has no TLS names and no idle connections.`,
      )
  }
}

/** Sets the target that the last of the calls names; the cache key and the chosen behavior stay. Returns why it fails. */
export function applyOriginCalls(exchange: Exchange, calls: Calls, note: Note | null): string | null {
  for (const call of calls) {
    const failure = failureOf(call, exchange)
    if (failure !== null) return failure
    const { target, changes } = choiceOf(call, exchange)
    if (target) exchange.functionTarget = target
    if (!note) continue
    tellUnplayed(changes, call.method, note)
    if (objectOf(call.argument)['selectionCriteria'] === 'media-quality-score')
      note('Not played: selectionCriteria “media-quality-score”. The primary origin is asked first.')
    const hosts = exchange.target?.origins.map(({ domainName }) => domainName).join(', then ')
    note(`The function sets the origin of this request: ${hosts ?? 'none'}.`)
  }
  return null
}

/** Headers that the functions of `cf.mtls` make. */
const madeHeaders = ({ method, argument }: Calls[number]): string[] => {
  const given = objectOf(argument)
  const one = textOf(given['newHeaderName'])
  if (method === 'mtls.combinePemHeaders') return one === undefined ? [] : [one]
  return Object.values(given).flatMap((to) => textOf(to) ?? textOf(objectOf(to)['newHeaderName']) ?? [])
}

/**
 * A header that both an origin's `customHeaders` and `cf.mtls` set, which CloudFront answers with 502; null without one.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-helper-methods.html
 */
export function clashOf(originCalls: Calls, certificateCalls: Calls): string | null {
  const made = certificateCalls.flatMap(madeHeaders).map((name) => name.toLowerCase())
  const set = originCalls.flatMap(({ argument }) =>
    Object.keys(objectOf(objectOf(argument)['customHeaders'])),
  )
  const both = set.find((name) => made.includes(name.toLowerCase()))
  return both === undefined ? null : `“customHeaders” and cf.mtls both set the header “${both}”`
}
