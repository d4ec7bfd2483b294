/** What AWS's words for choices mean, for those who do not know them yet; AWS's own stand beside them. */
import { tableOf } from '#core/ground/names.ts'

const words: Readonly<Record<string, string>> = tableOf({
  'redirect-to-https': 'Redirect HTTP to HTTPS',
  'https-only': 'HTTPS only',
  'http-only': 'HTTP only',
  'allow-all': 'HTTP and HTTPS',
  'match-viewer': 'As the viewer asks',
  'sni-only': 'By SNI, no extra cost',
  vip: 'A dedicated IP address, billed by the month',
  'static-ip': 'Static IP addresses',
  PriceClass_All: 'Every edge location',
  PriceClass_200: 'Without the dearest regions',
  PriceClass_100: 'North America, Europe and Israel',
  http2and3: 'HTTP/2 and HTTP/3',
  http2: 'HTTP/2',
  http3: 'HTTP/3',
  'http1.1': 'HTTP/1.1',
  whitelist: 'Only those listed',
  blacklist: 'All but those listed',
  allExcept: 'All but those listed',
  allViewer: 'All that the viewer sends',
  allViewerAndWhitelistCloudFront: 'All that the viewer sends, and CloudFront headers listed',
  none: 'None',
  all: 'All',
  always: 'Always',
  never: 'Never',
  'no-override': 'Unless the viewer sends its own Authorization',
  'tenant-only': 'For tenants only',
  direct: 'For its own viewers',
  dualstack: 'IPv4 and IPv6',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  SingleWeight: 'By weight',
  SingleHeader: 'By a header',
  'media-quality-based': 'By media quality',
})

/** A choice as a form shows it: in words, with AWS's value beside it where that says something else. */
export const choiceWords = (value: string): string => {
  const said = Object.hasOwn(words, value) ? words[value] : undefined
  return said === undefined || said.toLowerCase() === value.toLowerCase()
    ? (said ?? value)
    : `${said} · ${value}`
}
