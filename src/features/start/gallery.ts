/** Designs that ship with the page, in public/examples. */
export interface Example {
  readonly file: string
  readonly title: string
  readonly about: string
  readonly sketch: Sketched
  /** Scenarios that show and test it, in public/recipes; docs/recipes.md tells its story. */
  readonly scenarios?: string
}

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
    sketch: { targets: [0, 0], origins: 1 },
  },
  {
    file: 'spa-with-api.yaml',
    title: 'Single-page app with API',
    about: 'Assets from S3, /api/* from API Gateway, never cached',
    sketch: { targets: [0, 1], origins: 2 },
  },
  {
    file: 'wordpress.yaml',
    title: 'WordPress',
    about: 'A load balancer with an uncached admin and long-lived media',
    sketch: { targets: [0, 0, 0, 0], origins: 1 },
  },
  {
    file: 'signed-video.yaml',
    title: 'Video with signed cookies',
    about: 'Key group, Origin Shield, short manifests, long segments',
    sketch: { targets: [0, 0, 0], origins: 1 },
  },
  {
    file: 'failover.yaml',
    title: 'Two regions with failover',
    about: 'An origin group over two buckets',
    sketch: { targets: ['group'], origins: 2, group: [0, 1] },
  },
  {
    file: 'image-resizing.yaml',
    title: 'Image resizing at the edge',
    about: 'A function picks size and format, Lambda makes them, the original serves where that fails',
    sketch: { targets: ['group', 1], origins: 2, group: [0, 1] },
  },
  {
    file: 'multi-tenant.yaml',
    title: 'Multi-tenant platform',
    about: 'One configuration for all customers, a tenant with a name of its own for each',
    sketch: { targets: [0, 0], origins: 1 },
  },
  {
    file: 'staging-rollout.yaml',
    title: 'Staging rollout',
    about: 'A change tried on five percent of the viewers first',
    sketch: { targets: [0, 0, 0], origins: 1, sites: 2 },
  },
  {
    file: 'oai-to-oac.yaml',
    title: 'From OAI to OAC',
    about: 'A legacy identity and its successor side by side, without an interruption',
    sketch: { targets: [0, 1], origins: 2 },
  },
  {
    file: 'security-headers.yaml',
    title: 'Security headers',
    about: 'HSTS, CSP and friends for any server',
    sketch: { targets: [0], origins: 1 },
  },
  {
    file: 'third-party-geolocation.yaml',
    title: 'Films by a geolocation service',
    about: 'A function checks where viewers are, signs their URLs, or answers 403 with a page',
    sketch: { targets: [0, 1, 2, 2], origins: 3 },
    scenarios: 'third-party-geolocation.scenarios.json',
  },
  {
    file: 'live-video.yaml',
    title: 'Live video with signed cookies',
    about: 'MediaPackage, manifests and segments, one signature for the whole stream',
    sketch: { targets: [0, 0, 0, 1], origins: 2 },
    scenarios: 'live-video.scenarios.json',
  },
  {
    file: 'websocket-chat.yaml',
    title: 'WebSocket chat',
    about: 'A chat server at /ws beside its page',
    sketch: { targets: [0, 1], origins: 2 },
    scenarios: 'websocket-chat.scenarios.json',
  },
  {
    file: 'graphql-persisted.yaml',
    title: 'GraphQL with persisted queries',
    about: 'Queries by hash are cached, those by POST pass through',
    sketch: { targets: [0, 0], origins: 1 },
    scenarios: 'graphql-persisted.scenarios.json',
  },
  {
    file: 'office-only.yaml',
    title: 'For the office alone',
    about: 'AWS WAF lets the office’s networks in, and nobody else',
    sketch: { targets: [0], origins: 1 },
    scenarios: 'office-only.scenarios.json',
  },
  {
    file: 'versioned-names.yaml',
    title: 'Versioned names or invalidation',
    about: 'Both ways to release, side by side, with the bill of each',
    sketch: { targets: [0, 0, 0], origins: 1 },
    scenarios: 'versioned-names.scenarios.json',
  },
  {
    file: 'per-country.yaml',
    title: 'A site for each country',
    about: 'A crossroads by country, and sites that all viewers share',
    sketch: { targets: [0, 0], origins: 1 },
    scenarios: 'per-country.scenarios.json',
  },
]
