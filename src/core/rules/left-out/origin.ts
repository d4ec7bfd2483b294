/** Rules of origin/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'origin/domain-is-own-distribution':
    'It needs a live account: the domain name is given when a distribution is created; origin/chained-cloudfront speaks of every such name.',
  'origin/s3-nonexistent': 'It needs a live account: only S3 knows which buckets exist.',
  'origin/apigw-stage-path':
    'A host name does not tell a REST API, which has stages in its path, from an HTTP API with $default.',
  'origin/ip-address-type': 'Whether a host has IPv6 addresses is in DNS, which a design does not hold.',
  'origin/shield-region-far':
    'Where a server stands is rarely in its name, and the nearest region is a matter of measuring.',
}
