/** Header names that CloudFront reserves. Names are compared in lower case. */

type HeaderList = { readonly names: ReadonlySet<string>; readonly prefixes: readonly string[] }
const list = (text: string): HeaderList => {
  const all = text.toLowerCase().split(' ')
  return {
    names: new Set(all.filter((name) => !name.endsWith('*'))),
    prefixes: all.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1)),
  }
}
const isIn = ({ names, prefixes }: HeaderList, name: string): boolean => {
  const lower = name.toLowerCase()
  return names.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix))
}

const forbiddenToOrigin = list(
  'Cache-Control Connection Content-Length Cookie Host If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since Max-Forwards Pragma Proxy-Authenticate Proxy-Authorization Proxy-Connection Range Request-Range TE Trailer Transfer-Encoding Upgrade Via X-Real-Ip X-Amz-* X-Edge-*',
)
/** Custom origin headers: .../DeveloperGuide/add-origin-custom-headers.html */
export const isForbiddenToOrigin = (name: string): boolean => isIn(forbiddenToOrigin, name)

const forbiddenInKey = list(
  'Cache-Control Connection Content-Length Cookie Max-Forwards Pragma Proxy-Authenticate Proxy-Authorization Proxy-Connection Request-Range TE Trailer Transfer-Encoding Upgrade X-Amz-Cf-Id X-Edge-* X-Forwarded-Proto X-Real-IP',
)
/** Headers that CloudFront cannot cache by: .../DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html */
export const isForbiddenInKey = (name: string): boolean => isIn(forbiddenInKey, name)

const unremovable = list(
  'Connection Content-Encoding Content-Length Expect Host Keep-Alive Proxy-Authenticate Proxy-Authorization Proxy-Connection Trailer Transfer-Encoding Upgrade Via Warning X-Accel-Buffering X-Accel-Charset X-Accel-Limit-Rate X-Accel-Redirect X-Amz-Cf-* X-Amzn-Auth X-Amzn-Cf-Billing X-Amzn-Cf-Id X-Amzn-Cf-Xff X-Amzn-ErrorType X-Amzn-Fle-Profile X-Amzn-Header-Count X-Amzn-Header-Order X-Amzn-Lambda-Integration-Tag X-Amzn-RequestId X-Cache X-Edge-* X-Forwarded-Proto X-Real-Ip',
)
/** Headers that a response headers policy cannot remove: .../DeveloperGuide/understanding-response-headers-policies.html */
export const isUnremovable = (name: string): boolean => isIn(unremovable, name)
