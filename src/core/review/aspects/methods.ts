import type { Aspect } from '#core/review/aspect.ts'
import type { Difference } from '#core/review/change.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'

const order = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']
const inOrder = (methods: Iterable<string>) =>
  [...methods].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1))
const words = ({ allowedMethods }: CompiledBehavior) => inOrder(allowedMethods).join(', ')

/** Whether OPTIONS is answered from the caches, which needs that it is allowed and that anything is cached. */
const keepsOptions = ({ allowedMethods, cachesOptions, key, ttl }: CompiledBehavior) =>
  allowedMethods.has('OPTIONS') && cachesOptions && !ttl.disabled && key.headers.mode !== 'all'

function* optionsCached(before: CompiledBehavior, after: CompiledBehavior): Generator<Difference> {
  const [had, has] = [keepsOptions(before), keepsOptions(after)]
  if (had === has || !before.allowedMethods.has('OPTIONS') || !after.allowedMethods.has('OPTIONS')) return
  yield {
    before: had ? 'OPTIONS is cached' : 'OPTIONS is not cached',
    after: has ? 'OPTIONS is cached' : 'OPTIONS is not cached',
    severity: 'change',
    text: has
      ? 'Answers to OPTIONS are stored, so CORS preflights with other Origin headers get the same answer unless Origin is in the cache key.'
      : 'Answers to OPTIONS are no longer stored: each CORS preflight goes to the origin.',
    kinds: has ? ['shared'] : ['cost'],
    shownBy: [{ method: 'OPTIONS' }],
  }
}

const verb = ({ length }: readonly string[]) => (length === 1 ? 'is' : 'are')

function* listChanged(before: CompiledBehavior, after: CompiledBehavior): Generator<Difference> {
  const lost = inOrder(before.allowedMethods).filter((method) => !after.allowedMethods.has(method))
  const gained = inOrder(after.allowedMethods).filter((method) => !before.allowedMethods.has(method))
  if (lost.length + gained.length === 0) return
  const refused = `${lost.join(', ')} ${verb(lost)} answered 403 from now on.`
  const passed = `${gained.join(', ')} ${verb(gained)} let through to the origin, which CloudFront answered 403 until now.`
  yield {
    before: words(before),
    after: words(after),
    severity: lost.length > 0 ? 'danger' : 'change',
    text: [...(lost.length > 0 ? [refused] : []), ...(gained.length > 0 ? [passed] : [])].join(' '),
    kinds: lost.length > 0 ? ['outage'] : [],
    shownBy: [...lost, ...gained].map((method) => ({ method })),
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesAllowedHTTPMethods */
export const methods: Aspect = {
  what: 'methods',
  title: 'What methods are allowed',
  reads: ({ raw }) => [raw.AllowedMethods],
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => [...behavior.path, 'AllowedMethods'],
  *compare({ behavior: before }, { behavior: after }) {
    yield* listChanged(before, after)
    yield* optionsCached(before, after)
  },
}
