/**
 * An origin with what a CloudFront function's origin helper sets. Each member of the argument is read here, or is told.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledOrigin, OriginAccess, OriginManner } from '#core/trace/compile/compiled.ts'

export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** Members by name: `plays` has a part in the trace, `silent` is taken by CloudFront and changes nothing here. */
type Members = Readonly<
  Record<string, 'plays' | 'silent' | { readonly [member: string]: 'plays' | 'silent' }>
>

const members: Members = {
  domainName: 'plays',
  hostHeader: 'plays',
  originPath: 'plays',
  customHeaders: 'plays',
  connectionAttempts: 'plays',
  originShield: { enabled: 'plays', region: 'plays' },
  originAccessControlConfig: {
    enabled: 'plays',
    signingBehavior: 'plays',
    signingProtocol: 'silent',
    originType: 'plays',
  },
  timeouts: {
    readTimeout: 'plays',
    connectionTimeout: 'plays',
    responseCompletionTimeout: 'plays',
    keepAliveTimeout: 'silent',
  },
  customOriginConfig: { port: 'plays', protocol: 'plays', sslProtocols: 'silent' },
  sni: 'silent',
  allowedCertificateNames: 'silent',
}

export interface UnplayedMembers {
  /** CloudFront takes them; the simulated network has no part for them. */
  readonly silent: readonly string[]
  /** The helper has no such member. */
  readonly unknown: readonly string[]
}

/** What of an argument changes nothing in the trace. `alsoRead` are members that the helper itself reads. */
export function unplayedMembers(change: JsonObject, alsoRead: readonly string[] = []): UnplayedMembers {
  const silent: string[] = []
  const unknown: string[] = []
  const look = (value: JsonObject, known: Members, prefix: string) => {
    for (const [name, inner] of Object.entries(value)) {
      const kind = Object.hasOwn(known, name) ? known[name] : undefined
      if (kind === undefined) {
        if (prefix !== '' || !alsoRead.includes(name)) unknown.push(prefix + name)
      } else if (kind === 'silent') silent.push(prefix + name)
      else if (kind !== 'plays') look(objectOf(inner), kind, `${prefix}${name}.`)
    }
  }
  look(change, members, '')
  return { silent, unknown }
}

/** What the API takes for the same settings of an origin. */
const ranges = { connectionAttempts: [1, 3], connectionTimeout: [1, 10], readTimeout: [1, 120] } as const

/** The number, or the nearest that an origin can have. */
function within(name: keyof typeof ranges, given: JsonObject): number | undefined {
  const value = numberOf(given[name])
  const [least, most] = ranges[name]
  return value === undefined ? undefined : Math.min(Math.max(value, least), most)
}

/** Numbers that no origin can have, one sentence each. */
export function outOfRange(change: JsonObject): string[] {
  const given = { ...objectOf(change['timeouts']), ...change }
  return Object.entries(ranges).flatMap(([name, [least, most]]) => {
    const value = numberOf(given[name])
    return value === undefined || (value >= least && value <= most)
      ? []
      : [`${name} is ${value}, and an origin takes ${least} to ${most}: the nearest is played.`]
  })
}

const shieldOf = (change: JsonObject, before: string | null): string | null => {
  const { originShield } = change
  if (originShield === undefined) return before
  const { enabled, region } = objectOf(originShield)
  return enabled === true ? (textOf(region) ?? null) : null
}

const bucketHost = /(^|\.)s3[.-]([a-z0-9-]+\.)?(dualstack\.)?([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/

/** The kind of server that stands behind the origin once the helper has named another. */
function kindOf(
  origin: CompiledOrigin,
  domainName: string | undefined,
  originType: string | undefined,
): OriginManner {
  if (originType === 's3' || (domainName !== undefined && bucketHost.test(domainName))) return 's3'
  if (originType === 'lambda' || domainName?.endsWith('.on.aws') === true) return 'lambda-url'
  return domainName === undefined || domainName === origin.domainName ? origin.kind : 'custom'
}

function accessOf(origin: CompiledOrigin, config: JsonObject): OriginAccess {
  const { access } = origin
  if (config['enabled'] === undefined) return access
  if (config['enabled'] !== true) return { ...access, kind: 'none', signs: 'never' }
  const signs = textOf(config['signingBehavior'])
  return {
    ...access,
    kind: 'oac',
    signs: signs === 'never' || signs === 'no-override' ? signs : 'always',
    path: access.path ?? origin.path,
  }
}

/** The Host of origin requests: as given, else the new domain name, else as the assigned origin has it. */
const hostHeaderOf = (origin: CompiledOrigin, change: JsonObject): string | null =>
  textOf(change['hostHeader']) ?? textOf(change['domainName']) ?? origin.hostHeader

/** An origin with the parameters that the helper names; those it leaves out stay as they are. */
export function changedOrigin(origin: CompiledOrigin, change: JsonObject): CompiledOrigin {
  const timeouts = objectOf(change['timeouts'])
  const custom = objectOf(change['customOriginConfig'])
  const port = numberOf(custom['port'])
  const protocol = textOf(custom['protocol'])
  const control = objectOf(change['originAccessControlConfig'])
  const headers = change['customHeaders']
  const domainName = textOf(change['domainName'])
  return {
    ...origin,
    kind: kindOf(origin, domainName, textOf(control['originType'])),
    domainName: domainName ?? origin.domainName,
    isHostKnown: domainName !== undefined || origin.isHostKnown,
    hostHeader: hostHeaderOf(origin, change),
    originPath: (textOf(change['originPath']) ?? origin.originPath).replace(/\/+$/, ''),
    httpPort: port ?? origin.httpPort,
    httpsPort: port ?? origin.httpsPort,
    protocolPolicy:
      protocol === 'http' ? 'http-only' : protocol === 'https' ? 'https-only' : origin.protocolPolicy,
    connectionAttempts: within('connectionAttempts', change) ?? origin.connectionAttempts,
    connectionTimeout: within('connectionTimeout', timeouts) ?? origin.connectionTimeout,
    readTimeout: within('readTimeout', timeouts) ?? origin.readTimeout,
    completionTimeout: numberOf(timeouts['responseCompletionTimeout']) ?? origin.completionTimeout,
    shield: shieldOf(change, origin.shield),
    customHeaders:
      headers === undefined
        ? origin.customHeaders
        : Object.entries(objectOf(headers)).map(
            ([name, value]) => [name.toLowerCase(), textOf(value) ?? ''] as const,
          ),
    access: accessOf(origin, control),
  }
}
