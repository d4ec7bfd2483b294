/** Designs that ship with the page, in public/examples. */
export interface Example {
  readonly file: string
  readonly title: string
  readonly about: string
}

export const gallery: readonly Example[] = [
  {
    file: 'static-site.yaml',
    title: 'Static site',
    about: 'A private S3 bucket, an index function and security headers',
  },
  {
    file: 'spa-with-api.yaml',
    title: 'Single-page app with API',
    about: 'Assets from S3, /api/* from API Gateway, never cached',
  },
  {
    file: 'wordpress.yaml',
    title: 'WordPress',
    about: 'A load balancer with an uncached admin and long-lived media',
  },
  {
    file: 'signed-video.yaml',
    title: 'Video with signed cookies',
    about: 'Key group, Origin Shield, short manifests, long segments',
  },
  { file: 'failover.yaml', title: 'Two regions with failover', about: 'An origin group over two buckets' },
  {
    file: 'image-resizing.yaml',
    title: 'Image resizing at the edge',
    about: 'A function picks size and format, Lambda makes them, the original steps in',
  },
  {
    file: 'multi-tenant.yaml',
    title: 'Multi-tenant platform',
    about: 'One configuration for all customers, a tenant with a name of its own for each',
  },
  {
    file: 'staging-rollout.yaml',
    title: 'Staging rollout',
    about: 'A change tried on five percent of the viewers first',
  },
  {
    file: 'oai-to-oac.yaml',
    title: 'From OAI to OAC',
    about: 'A legacy identity and its successor side by side, without an interruption',
  },
  { file: 'security-headers.yaml', title: 'Security headers', about: 'HSTS, CSP and friends for any server' },
]
