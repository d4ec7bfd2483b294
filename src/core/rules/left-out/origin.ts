/** Rules of origin/ that are not decided here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'origin/domain-is-own-distribution':
    'It needs a live account: the domain name is given when a distribution is created; origin/chained-cloudfront speaks of every such name.',
  'origin/s3-nonexistent': 'It needs a live account: only S3 knows which buckets exist.',
  'origin/apigw-stage-path':
    'A host name does not tell a REST API, which has stages in its path, from an HTTP API with $default.',
  'origin/ip-address-type':
    'Whether a host has IPv6 addresses is in DNS; values outside the enumeration are refused when a design is read.',
  'origin/shield-region-far':
    'A region that the origin does not name cannot be judged; the inspector suggests the nearest.',
  'origin/custom-header-also-forwarded':
    'CloudFront replaces what the viewer sent by the custom value, which is how a default is meant to be set.',
}
