/**
 * Which columns of the log can make a difference to what a behavior does with a request. Requests that agree in them are
 * served once and remembered; so this errs on the side of naming too many.
 */
import type {
  CompiledBehavior,
  CompiledDistribution,
  CompiledFunction,
} from '#core/trace/compile/compiled.ts'
import type { Selection } from '#core/trace/compile/selection.ts'
import { generatedNames, isDerivedHeader } from '#core/trace/engine/viewer-headers.ts'

/** Nothing of it, what the cache key takes, or everything. */
export type Extent = 'none' | 'keyed' | 'whole'

export interface Dependence {
  readonly query: Extent
  readonly cookie: Extent
  readonly referer: boolean
  /** `device`: only what CloudFront derives of it. */
  readonly userAgent: 'none' | 'device' | 'whole'
  readonly address: boolean
  readonly country: boolean
  readonly acceptEncoding: boolean
  readonly accept: boolean
  /** Further headers by name, which only real-time logs and HAR files hold. */
  readonly headers: readonly string[]
  /** Derived headers in the key, by which user agents are told apart. */
  readonly device: readonly string[]
  /** An outcome may differ although all columns agree: a function looks at the clock, chance or the request's id. */
  readonly isUnsteady: boolean
}

const logged = new Set(['user-agent', 'referer', 'cookie', 'accept-encoding', 'accept', 'host'])
const isDevice = (name: string) => /^cloudfront-is-.*-viewer$/.test(name)
const isPlace = (name: string) =>
  /^cloudfront-viewer-(country|city|postal|time-zone|lat|lon|metro)/.test(name)

/** Code that reaches for header names which it does not spell out. */
const readsAnyHeader = (code: string) =>
  /headers\s*\[\s*[^'"`\s]/.test(code) ||
  /(keys|entries|values|assign|stringify)\s*\(|\.\.\.|\bof\b|\bin\b/.test(code)

/** Words by which a run can differ from another with the same event; a variable index might spell any of them. */
const unsteady = /\b(Date|random|requestId|awsRequestId|performance|context|hrtime|now)\b|require\(|import\s/

interface Reads {
  readonly query: boolean
  readonly cookie: boolean
  readonly referer: boolean
  readonly userAgent: boolean
  readonly address: boolean
  readonly accept: boolean
  readonly anyHeader: boolean
  readonly isUnsteady: boolean
}

function readsOf({ code }: CompiledFunction): Reads | null {
  if (code === null) return null
  const any = readsAnyHeader(code)
  const names = (...words: string[]) => any || words.some((word) => code.toLowerCase().includes(word))
  return {
    query: names('querystring'),
    cookie: names('cookie'),
    referer: names('referer'),
    userAgent: names('user-agent'),
    address: names('viewer', 'clientip', '.ip'),
    accept: names('accept'),
    anyHeader: any,
    isUnsteady: unsteady.test(code),
  }
}

const agents = ['none', 'device', 'whole'] as const

/** The query string of an error page is its own; a Cookie header that it is keyed on counts as a whole. */
const withPage = (a: Dependence, b: Dependence): Dependence => ({
  query: a.query,
  cookie: b.cookie === 'none' ? a.cookie : 'whole',
  referer: a.referer || b.referer,
  userAgent: agents[Math.max(agents.indexOf(a.userAgent), agents.indexOf(b.userAgent))] ?? 'whole',
  address: a.address || b.address,
  country: a.country || b.country,
  acceptEncoding: a.acceptEncoding || b.acceptEncoding,
  accept: a.accept || b.accept,
  headers: [...new Set([...a.headers, ...b.headers])],
  device: [...new Set([...a.device, ...b.device])],
  isUnsteady: a.isUnsteady || b.isUnsteady,
})

/** What a behavior's outcomes depend on: its own settings, and those under which custom error pages are fetched. */
export function dependenceOf(distribution: CompiledDistribution, behavior: CompiledBehavior): Dependence {
  const pages = [...distribution.errorResponses.values()].flatMap(({ pagePath }) => pagePath ?? [])
  return pages
    .map((page) => ownDependence(distribution, distribution.chooseBehavior(page.replace(/\?.*$/, ''))))

    .reduce(withPage, ownDependence(distribution, behavior))
}

const extentOf = ({ mode }: Selection, isReadOtherwise: boolean): Extent =>
  isReadOtherwise || mode === 'all' ? 'whole' : mode === 'none' ? 'none' : 'keyed'

/** The distribution and its tenants, each of which may have its own geography and web ACL. */
const sitesOf = (distribution: CompiledDistribution): readonly CompiledDistribution[] => [
  distribution,
  ...(distribution.tenants ?? []).map((tenant) => tenant.distribution),
]

/** Rules of a web ACL may look at anything of a request. */
export const evaluatesRules = (distribution: CompiledDistribution): boolean =>
  sitesOf(distribution).some(({ webAcl }) => webAcl !== null && webAcl.rules !== null)

/** Whether an outcome depends on how many requests came before. */
export const countsRequests = (distribution: CompiledDistribution): boolean =>
  sitesOf(distribution).some(({ webAcl }) => webAcl?.isRateBased === true)

/** Everything that a log can tell of a request. */
const everything: Dependence = {
  query: 'whole',
  cookie: 'whole',
  referer: true,
  userAgent: 'whole',
  address: true,
  country: true,
  acceptEncoding: true,
  accept: true,
  headers: ['*'],
  device: [],
  isUnsteady: false,
}

function ownDependence(distribution: CompiledDistribution, behavior: CompiledBehavior): Dependence {
  const own = settingsDependence(distribution, behavior)
  if (!evaluatesRules(distribution)) return own
  const { device, isUnsteady } = own
  return { ...everything, device, isUnsteady: isUnsteady || countsRequests(distribution) }
}

function settingsDependence(distribution: CompiledDistribution, behavior: CompiledBehavior): Dependence {
  const { key, signing, functions, responseHeaders } = behavior
  const reads = Object.values(functions).flatMap((fn) => readsOf(fn) ?? [])
  const some = (what: keyof Reads) => reads.some((each) => each[what])
  // Viewer functions see the CloudFront-* headers of the policies as well.
  const runs = functions['viewer-request'] ?? functions['viewer-response']
  const names = runs ? [...new Set([...key.headerNames, ...generatedNames(behavior)])] : key.headerNames
  const staged = distribution.staging !== null
  const takes = (name: string) => names.includes(name) || staged
  const cors = responseHeaders?.config.CorsConfig !== undefined
  const wholeAgent = takes('user-agent') || some('userAgent')
  const device = names.filter(isDevice)
  return {
    query: extentOf(key.query, signing !== null || some('query') || staged),
    cookie: extentOf(key.cookies, signing !== null || some('cookie') || staged),
    referer: takes('referer') || some('referer'),
    userAgent: wholeAgent ? 'whole' : device.length > 0 ? 'device' : 'none',
    address:
      takes('cloudfront-viewer-address') ||
      takes('cloudfront-viewer-asn') ||
      signing !== null ||
      some('address'),
    country:
      sitesOf(distribution).some(({ geo }) => geo.type !== 'none') ||
      names.some(isPlace) ||
      some('anyHeader') ||
      staged,
    acceptEncoding: key.gzip || key.brotli || takes('accept-encoding') || some('accept'),
    accept: takes('accept') || some('accept'),
    headers: [
      ...names.filter((name) => !isDerivedHeader(name) && !logged.has(name)),
      ...(cors ? ['origin', 'access-control-request-method'] : []),
      ...(distribution.staging?.header ? [distribution.staging.header.name] : []),
      ...(some('anyHeader') ? ['*'] : []),
    ],
    device,
    isUnsteady: some('isUnsteady') || (distribution.staging?.weight ?? null) !== null,
  }
}
