import type { ResponseHeadersPolicyConfig } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import type { Aspect } from '#core/review/aspect.ts'
import type { Demonstration, Difference } from '#core/review/change.ts'
import { policySetting } from '#core/review/side.ts'
import { behindPolicy } from '#core/review/unknown.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import { securityHeaders } from '#core/trace/engine/security-headers.ts'

/** Behind a value that gives way to the origin's. */
const unlessSet = ' (unless the origin sets it)'

/** What a policy does, by the header that it does it to. */
function doings(config: ResponseHeadersPolicyConfig | undefined): Map<string, string> {
  const all = new Map<string, string>()
  if (!config) return all
  for (const { Header } of knownItems(config.RemoveHeadersConfig)) {
    const name = known(Header)?.toLowerCase()
    if (name !== undefined) all.set(`remove ${name}`, 'removed')
  }
  const custom = knownItems(config.CustomHeadersConfig).map(
    ({ Header, Value, Override }) =>
      [known(Header)?.toLowerCase() ?? '', known(Value) ?? '', known(Override) === true] as const,
  )
  for (const [name, value, override] of [...securityHeaders(known(config.SecurityHeadersConfig)), ...custom])
    if (name !== '') all.set(name, `${value}${override ? '' : unlessSet}`)
  const timing = known(config.ServerTimingHeadersConfig)
  if (known(timing?.Enabled) === true)
    all.set('server-timing', `${Number(known(timing?.SamplingRate) ?? 0)} % of requests`)
  return new Map([...all, ...corsOf(config)])
}

function corsOf(config: ResponseHeadersPolicyConfig): Map<string, string> {
  const cors = known(config.CorsConfig)
  if (!cors) return new Map()
  const list = (items: Parameters<typeof knownItems>[0]) => knownItems(items).map(String).sort().join(', ')
  const age = known(cors.AccessControlMaxAgeSec)
  const entries = [
    ['access-control-allow-origin', list(cors.AccessControlAllowOrigins)],
    ['access-control-allow-headers', list(cors.AccessControlAllowHeaders)],
    ['access-control-allow-methods', list(cors.AccessControlAllowMethods)],
    ['access-control-expose-headers', list(cors.AccessControlExposeHeaders)],
    ['access-control-allow-credentials', known(cors.AccessControlAllowCredentials) === true ? 'true' : ''],
    ['access-control-max-age', age === undefined ? '' : String(age)],
    ['access-control (override)', known(cors.OriginOverride) === true ? "the origin's are replaced" : ''],
  ] as const
  return new Map(entries.filter(([, value]) => value !== ''))
}

const of = ({ responseHeaders }: CompiledBehavior) => doings(responseHeaders?.config)
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
/** How far texts are the same before their difference is cut to. */
const sameShown = 30

/** Two values, cut so that what differs is seen. */
function apart(one: string, other: string): readonly [string, string] {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const from = same > sameShown ? same - sameShown / 2 : 0
  const cut = (text: string) => short(from > 0 ? `…${text.slice(from)}` : text)
  return [cut(one), cut(other)]
}

/** A header that is set before and after, and otherwise. */
function becomes(name: string, old: string, now: string): string {
  if (old === `${now}${unlessSet}`)
    return `${name} replaces what the origin sets; until now only where it sets none.`
  if (now === `${old}${unlessSet}`)
    return `${name} gives way to what the origin sets; until now it replaced that.`
  const [was, is] = apart(old, now)
  return `${name} becomes ${is} instead of ${was}.`
}

const words = (behavior: CompiledBehavior): string =>
  [...of(behavior)].map(([name, value]) => `${name}: ${short(value)}`).join('; ') ||
  'no header is set or removed'

const allOrigins = (origins: Iterable<string>): readonly string[] => [
  ...new Set([...origins].flatMap((text) => text.split(', ')).filter((text) => text !== '')),
]

/** An Origin that a pattern allows. */
const originFor = (pattern: string): string => {
  const filled = pattern === '*' ? 'https://app.example.org' : pattern.replaceAll('*', 'www')
  return filled.includes('://') ? filled : `https://${filled}`
}

function shows(before: CompiledBehavior, after: CompiledBehavior, names: readonly string[]): Demonstration[] {
  const [old, now] = [of(before), of(after)]
  const origins = allOrigins([old, now].map((all) => all.get('access-control-allow-origin') ?? ''))
  const removed = names.filter((name) => name.startsWith('remove ')).map((name) => name.slice(7))
  const set = names.filter((name) => !name.startsWith('remove '))
  const answering = (headers: Readonly<Record<string, string>>): Demonstration => ({
    answers: { match: {}, response: { status: 200, headers, body: 'from the origin' } },
  })
  const preflight = { 'access-control-request-method': 'PUT' }
  const cors = [...origins, 'https://other.example.net'].map(originFor)
  return [
    { headers: { pragma: 'server-timing' } },
    answering(
      Object.fromEntries(
        [...removed, ...set.filter((name) => !name.includes(' '))].map((name) => [name, 'own']),
      ),
    ),
    ...cors.map((origin) => ({ headers: { origin } })),
    ...cors.map((origin) => ({ method: 'OPTIONS', headers: { origin, ...preflight } })),
    ...cors.map((origin) => ({
      headers: { origin },
      ...answering({ 'access-control-allow-origin': 'https://own.example.com' }),
    })),
  ]
}

function judge(lost: readonly string[]): Pick<Difference, 'severity' | 'kinds'> {
  const losesCors = lost.some((name) => name.startsWith('access-control-allow'))
  return { severity: losesCors ? 'danger' : 'change', kinds: losesCors ? ['outage'] : [] }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/modifying-response-headers.html */
export const response: Aspect = {
  what: 'response',
  title: 'The response headers policy',
  reads: ({ raw, side: { document } }) => [
    behindPolicy(document, 'ResponseHeadersPolicy', raw.ResponseHeadersPolicyId),
  ],
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => behavior.responseHeaders?.path ?? [...behavior.path, 'ResponseHeadersPolicyId'],
  *compare(here, there) {
    const [{ behavior: before }, { behavior: after }] = [here, there]
    const [old, now] = [of(before), of(after)]
    const lost = [...old.keys()].filter((name) => !now.has(name))
    const gained = [...now.keys()].filter((name) => !old.has(name))
    const other = [...now.keys()].filter((name) => old.has(name) && old.get(name) !== now.get(name))
    if (lost.length + gained.length + other.length === 0) return
    const list = (names: readonly string[], all: Map<string, string>) =>
      names.map((name) => `${name}: ${short(all.get(name) ?? '')}`).join('; ')
    yield {
      before: words(before),
      after: words(after),
      ...judge(lost),
      setting: policySetting(here, there, 'ResponseHeadersPolicyId', after.responseHeaders?.path ?? null),
      text: [
        ...(lost.length > 0 ? [`Responses lose ${list(lost, old)}.`] : []),
        ...(gained.length > 0 ? [`Responses gain ${list(gained, now)}.`] : []),
        ...other.map((name) => becomes(name, old.get(name) ?? '', now.get(name) ?? '')),
        ...(lost.some((name) => name.startsWith('access-control-allow'))
          ? [
              'Pages of other sites that read these responses are stopped by the browser, unless the origin sends CORS headers itself.',
            ]
          : []),
      ].join(' '),
      shownBy: shows(before, after, [...lost, ...gained, ...other]),
    }
  },
}
