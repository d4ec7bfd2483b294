/**
 * The designs that ship with the page: the template of each is in public/examples, the scenarios that show and hold it
 * are in public/recipes under the same name, and docs/recipes.md tells its story.
 */
export interface Example {
  readonly file: string
  readonly title: string
  readonly about: string
  /** What it shows, in a few sentences. */
  readonly shows: string
  /** The title of its tutorial, which is loaded with the example alone. */
  readonly tutorial: string
  readonly group: ExampleGroup
  readonly sketch: Sketched
}

export const exampleGroups = {
  sites: 'Sites and apps',
  access: 'Who may see it',
  running: 'Releases and running it',
} as const
export type ExampleGroup = keyof typeof exampleGroups

/** Its name without the ending: that of its scenarios too. */
export const stemOf = ({ file }: Pick<Example, 'file'>): string => file.replace(/\.yaml$/, '')

/** What the drawing of an example leads where: enough for a small picture of it. */
export interface Sketched {
  /** Where each behavior leads, in precedence: an origin by its number, or the group. */
  readonly targets: readonly (number | 'group')[]
  readonly origins: number
  /** The members of its origin group, by their numbers. */
  readonly group?: readonly number[]
  /** How many distributions look so; one where nothing is said. */
  readonly sites?: number
}

export const gallery: readonly Example[] = [
  {
    file: 'static-site.yaml',
    title: 'Static site',
    about: 'A private S3 bucket, an index function and security headers',
    shows:
      'How a folder gets its index page: a function rewrites the path before the cache is asked, so /docs/ and /docs/index.html are one copy. The bucket is private; its policy lets this distribution alone read.',
    tutorial: 'A function that rewrites the path',
    group: 'sites',
    sketch: { targets: [0, 0], origins: 1 },
  },
  {
    file: 'spa-with-api.yaml',
    title: 'Single-page app with API',
    about: 'Assets from S3, /api/* from API Gateway, never cached',
    shows:
      'Two servers under one name: the routes of the app are one page from a bucket, /api/* goes to API Gateway with the viewer’s token and is never kept.',
    tutorial: 'Error pages or a function?',
    group: 'sites',
    sketch: { targets: [0, 1], origins: 2 },
  },
  {
    file: 'wordpress.yaml',
    title: 'WordPress',
    about: 'A load balancer with an uncached admin and long-lived media',
    shows:
      'A blog that is cached for visitors and not for whoever is signed in: the cache policy has the cookies of WordPress in the key, and no others.',
    tutorial: 'Why is this a miss?',
    group: 'sites',
    sketch: { targets: [0, 0, 0, 0], origins: 1 },
  },
  {
    file: 'signed-video.yaml',
    title: 'Video with signed cookies',
    about: 'Key group, Origin Shield, short manifests, long segments',
    shows:
      'Films for viewers with a signature: the behaviors name a key group, and without a good signature CloudFront answers 403 by itself, before any cache or bucket.',
    tutorial: 'How a signed URL is checked',
    group: 'access',
    sketch: { targets: [0, 0, 0], origins: 1 },
  },
  {
    file: 'failover.yaml',
    title: 'Two regions with failover',
    about: 'An origin group over two buckets',
    shows:
      'What happens when a region fails: an origin group asks the second bucket where the first does not answer or answers 5xx, within the same request.',
    tutorial: 'What if a region fails?',
    group: 'running',
    sketch: { targets: ['group'], origins: 2, group: [0, 1] },
  },
  {
    file: 'image-resizing.yaml',
    title: 'Image resizing at the edge',
    about: 'A function picks size and format, Lambda makes them, the original serves where that fails',
    shows:
      'A cache key made small on purpose: a function rounds the width up and picks the format, so that thousands of requests are a few pictures. The original is served where the resizer fails.',
    tutorial: 'How many copies of a picture?',
    group: 'sites',
    sketch: { targets: ['group', 1], origins: 2, group: [0, 1] },
  },
  {
    file: 'multi-tenant.yaml',
    title: 'Multi-tenant platform',
    about: 'One configuration for all customers, a tenant with a name of its own for each',
    shows:
      'One configuration for many customers: each tenant has a name of its own and a value for the parameter in the origin’s host, and shares everything else.',
    tutorial: 'One configuration, many customers',
    group: 'running',
    sketch: { targets: [0, 0], origins: 1 },
  },
  {
    file: 'staging-rollout.yaml',
    title: 'Staging rollout',
    about: 'A change tried on five percent of the viewers first',
    shows:
      'A change tried on five percent of the viewers: the staging distribution keeps the catalog for as long as the shop says, production asks every time.',
    tutorial: 'Try a change on a few viewers',
    group: 'running',
    sketch: { targets: [0, 0, 0], origins: 1, sites: 2 },
  },
  {
    file: 'oai-to-oac.yaml',
    title: 'From OAI to OAC',
    about: 'A legacy identity and its successor side by side, without an interruption',
    shows:
      'How a bucket changes from the legacy identity to origin access control without an interruption: the policy allows both, /new/* goes the new way already.',
    tutorial: 'Why does the bucket say 403?',
    group: 'access',
    sketch: { targets: [0, 1], origins: 2 },
  },
  {
    file: 'security-headers.yaml',
    title: 'Security headers',
    about: 'HSTS, CSP and friends for any server',
    shows:
      'Headers that a server does not send, added to every answer by a response headers policy, whether it comes from the server or from the cache; X-Powered-By is taken away.',
    tutorial: 'Headers on every answer',
    group: 'access',
    sketch: { targets: [0], origins: 1 },
  },
  {
    file: 'third-party-geolocation.yaml',
    title: 'Films by country',
    about: 'A function checks where viewers are, signs their URLs, or answers 403 with a page',
    shows:
      'Access by country as a service of your choice sees it: a function URL asks the service, signs the film’s URL and redirects, or answers 403 with a page.',
    tutorial: 'A gate, a signature, and a page for a 403',
    group: 'access',
    sketch: { targets: [0, 1, 2, 2], origins: 3 },
  },
  {
    file: 'live-video.yaml',
    title: 'Live video with signed cookies',
    about: 'MediaPackage, manifests and segments, one signature for the whole stream',
    shows:
      'One signature in a cookie for a whole stream: manifests hold for a second, segments for good, and an early segment’s 404 is forgotten after a second.',
    tutorial: 'How long is a live stream kept?',
    group: 'access',
    sketch: { targets: [0, 0, 0, 1], origins: 2 },
  },
  {
    file: 'websocket-chat.yaml',
    title: 'WebSocket chat',
    about: 'A chat server at /ws beside its page',
    shows:
      'A WebSocket through CloudFront: the handshake’s headers reach the server by AllViewer, and the page beside it comes from a bucket.',
    tutorial: 'Which behavior takes it?',
    group: 'running',
    sketch: { targets: [0, 1], origins: 2 },
  },
  {
    file: 'graphql-persisted.yaml',
    title: 'GraphQL with persisted queries',
    about: 'Queries by hash are cached, those by POST pass through',
    shows:
      'Which GraphQL queries can be cached: those asked for by hash, with GET, by the parameters that name them; POST goes through.',
    tutorial: 'Cache policy or origin request policy?',
    group: 'running',
    sketch: { targets: [0, 0], origins: 1 },
  },
  {
    file: 'office-only.yaml',
    title: 'Office network only',
    about: 'AWS WAF lets the office’s networks in, and nobody else',
    shows:
      'AWS WAF decides before the caches: the office’s networks come in, everybody else gets the web ACL’s own page, and the origin hears nothing of it.',
    tutorial: 'A door before the cache',
    group: 'access',
    sketch: { targets: [0], origins: 1 },
  },
  {
    file: 'versioned-names.yaml',
    title: 'Versioned names or invalidation',
    about: 'Both ways to release, side by side, with the bill of each',
    shows:
      'Two ways to replace what caches hold: new names need no invalidation, stable names do; both side by side, with the bill of each.',
    tutorial: 'When is a new version seen?',
    group: 'running',
    sketch: { targets: [0, 0, 0], origins: 1 },
  },
  {
    file: 'per-country.yaml',
    title: 'A site for each country',
    about: 'A crossroads by country, and sites that all viewers share',
    shows:
      'One crossroads by country and sites that all share: only / has the country in its key, so that the sites are kept once for everybody.',
    tutorial: 'A header in the key, and what it costs',
    group: 'sites',
    sketch: { targets: [0, 0], origins: 1 },
  },
]
