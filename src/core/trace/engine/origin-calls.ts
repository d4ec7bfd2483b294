/**
 * What a CloudFront function's origin helpers change of the request's target.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
import type { FunctionOutcome } from '#core/edge/runner.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledOrigin, CompiledTarget } from '#core/trace/compile/compiled.ts'
import type { Note } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'

type Calls = NonNullable<FunctionOutcome['originCalls']>

const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

const shieldOf = (change: JsonObject, before: string | null): string | null => {
  const { originShield } = change
  if (originShield === undefined) return before
  const { enabled, region } = objectOf(originShield)
  return enabled === true ? (textOf(region) ?? null) : null
}

/** An origin with the parameters that the helper names; those it leaves out stay as they are. */
function changedOrigin(origin: CompiledOrigin, change: JsonObject): CompiledOrigin {
  const timeouts = objectOf(change['timeouts'])
  const custom = objectOf(change['customOriginConfig'])
  const port = numberOf(custom['port'])
  const protocol = textOf(custom['protocol'])
  const access = objectOf(change['originAccessControlConfig'])
  const headers = change['customHeaders']
  return {
    ...origin,
    domainName: textOf(change['domainName']) ?? origin.domainName,
    isHostKnown: change['domainName'] !== undefined || origin.isHostKnown,
    originPath: (textOf(change['originPath']) ?? origin.originPath).replace(/\/+$/, ''),
    httpPort: port ?? origin.httpPort,
    httpsPort: port ?? origin.httpsPort,
    protocolPolicy:
      protocol === 'http' ? 'http-only' : protocol === 'https' ? 'https-only' : origin.protocolPolicy,
    connectionAttempts: numberOf(change['connectionAttempts']) ?? origin.connectionAttempts,
    connectionTimeout: numberOf(timeouts['connectionTimeout']) ?? origin.connectionTimeout,
    readTimeout: numberOf(timeouts['readTimeout']) ?? origin.readTimeout,
    shield: shieldOf(change, origin.shield),
    customHeaders:
      headers === undefined
        ? origin.customHeaders
        : Object.entries(objectOf(headers)).map(([name, value]) => [name, textOf(value) ?? ''] as const),
    access: access['enabled'] === false ? { ...origin.access, kind: 'none' } : origin.access,
  }
}

const single = (origin: CompiledOrigin): CompiledTarget => ({
  id: origin.id,
  origins: [origin],
  isGroup: false,
  failoverStatuses: new Set(),
  path: origin.path,
})

function groupOf(argument: JsonObject, originOf: (id: string) => CompiledOrigin | undefined): CompiledTarget {
  const { originIds, failoverCriteria } = argument
  const members = (Array.isArray(originIds) ? originIds : []).flatMap((member) => {
    const origin = originOf(textOf(member) ?? textOf(objectOf(member)['originId']) ?? '')
    return origin ? [changedOrigin(origin, objectOf(objectOf(member)['originOverrides']))] : []
  })
  const statuses = objectOf(failoverCriteria)['statusCodes']
  return {
    id: members.map(({ id }) => id).join(' → '),
    origins: members,
    isGroup: true,
    failoverStatuses: new Set((Array.isArray(statuses) ? statuses : []).map(Number)),
    path: null,
  }
}

/** Sets the target that the last of the calls names; the cache key and the chosen behavior stay. */
export function applyOriginCalls(exchange: Exchange, calls: Calls, note: Note | null): void {
  for (const { method, argument } of calls) {
    const given = objectOf(argument)
    const originOf = (id: string) => exchange.distribution?.origins.get(id)
    const [assigned] = exchange.target?.origins ?? []
    if (method === 'createRequestOriginGroup') exchange.functionTarget = groupOf(given, originOf)
    else {
      const chosen =
        method === 'selectRequestOriginById'
          ? originOf(textOf(argument as Json) ?? textOf(given['originId']) ?? '')
          : assigned
      const change = method === 'selectRequestOriginById' ? objectOf(given['originOverrides']) : given
      if (chosen) exchange.functionTarget = single(changedOrigin(chosen, change))
    }
    const hosts = exchange.target?.origins.map(({ domainName }) => domainName).join(', then ')
    note?.(`The function sets the origin of this request: ${hosts ?? 'none'}.`)
  }
}
