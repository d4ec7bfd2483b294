/**
 * What CloudFront does with a viewer's headers by default.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
const never = new Set([
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'upgrade',
  'transfer-encoding',
  'x-forwarded-proto',
  'x-real-ip',
  'x-amz-cf-id',
])
/** Removed in the legacy form unless the behavior lists it. */
export const removedNames: readonly string[] = [
  'accept',
  'accept-charset',
  'accept-language',
  'referer',
  'authorization',
  'cookie',
  'expect',
  'x-http-method-override',
]
const removed = new Set(removedNames)

/** Hop-by-hop fields and those that CloudFront keeps for itself: no policy forwards them. */
export const isNeverForwarded = (name: string): boolean =>
  never.has(name) || name.startsWith('proxy-') || name.startsWith('x-edge-')

/** Removed in the legacy form unless the behavior lists it. */
export const isRemovedByDefault = (name: string): boolean => removed.has(name)
