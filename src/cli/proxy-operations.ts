/** The operations that Frontage uses: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations.html */
const version = '/2020-05-31'
const id = '[A-Za-z0-9_-][A-Za-z0-9_.-]*'
const kinds = [
  'distribution',
  'cache-policy',
  'origin-request-policy',
  'response-headers-policy',
  'origin-access-control',
  'origin-access-identity/cloudfront',
  'key-group',
  'public-key',
  'key-value-store',
  'continuous-deployment-policy',
  'vpc-origin',
  'field-level-encryption',
  'field-level-encryption-profile',
  'anycast-ip-list',
  'connection-function',
  'connection-group',
  'distribution-tenant',
  'trust-store',
].join('|')

const allowed: readonly (readonly [methods: string, path: RegExp])[] = [
  ['GET POST', new RegExp(`^${version}/(${kinds}|function)$`)],
  ['GET PUT DELETE', new RegExp(`^${version}/(${kinds}|function)/${id}$`)],
  ['GET PUT', new RegExp(`^${version}/(${kinds})/${id}/config$`)],
  ['GET', new RegExp(`^${version}/(connection-)?function/${id}/describe$`)],
  ['POST', new RegExp(`^${version}/(connection-)?function/${id}/(publish|test)$`)],
  [
    'POST',
    new RegExp(`^${version}/(connection-functions|connection-groups|distribution-tenants|trust-stores)$`),
  ],
  ['GET POST DELETE', new RegExp(`^${version}/distributions/${id}/monitoring-subscription$`)],
  ['PUT', new RegExp(`^${version}/distribution/${id}/promote-staging-config$`)],
  ['GET POST', new RegExp(`^${version}/distribution/${id}/invalidation$`)],
  ['GET', new RegExp(`^${version}/distribution/${id}/invalidation/${id}$`)],
  ['GET POST', new RegExp(`^${version}/tagging$`)],
  ['GET POST PUT', new RegExp(`^${version}/realtime-log-config$`)],
  ['POST', new RegExp(`^${version}/(get|delete)-realtime-log-config$`)],
]
const parameters = new Set(['Marker', 'MaxItems', 'Stage', 'Type', 'Status', 'StagingDistributionId'])
/** Parameters that belong to one operation. */
const parametersOf = new Map([
  [`POST ${version}/distribution`, ['WithTags']],
  [`GET ${version}/tagging`, ['Resource']],
  [`POST ${version}/tagging`, ['Resource', 'Operation']],
])

/** Operations that only look, though they are sent with POST. */
const looking = new RegExp(
  `^${version}/(function/${id}/test|get-realtime-log-config|connection-functions|connection-groups|distribution-tenants|trust-stores)$`,
)

/** True for a call that makes, changes or deletes something. */
export const isWrite = (method: string, path: string): boolean => method !== 'GET' && !looking.test(path)

/** True for a call of an operation that Frontage uses, with its parameters and no others. */
export const isAllowed = (method: string, path: string, query: URLSearchParams): boolean =>
  allowed.some(([methods, pattern]) => methods.split(' ').includes(method) && pattern.test(path)) &&
  [...query.keys()].every((name) => {
    const isKnown = parameters.has(name) || parametersOf.get(`${method} ${path}`)?.includes(name)
    return isKnown === true && query.getAll(name).length === 1
  })
