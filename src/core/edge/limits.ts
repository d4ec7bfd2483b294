/** What CloudFront lets an edge function touch: headers and sizes, as data. */
import type { HeaderFields } from '#core/http/header-fields.ts'
import { type EdgeEvent, Refusal } from './http-message.ts'

/** Names ending in `*` are prefixes. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html */
export const disallowedHeaders: readonly string[] = [
  'client-cert',
  'client-cert-chain',
  'cloudfront-viewer-cert-pem',
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'trailer',
  'upgrade',
  'x-accel-buffering',
  'x-accel-charset',
  'x-accel-limit-rate',
  'x-accel-redirect',
  'x-amz-cf-*',
  'x-amzn-auth',
  'x-amzn-cf-billing',
  'x-amzn-cf-id',
  'x-amzn-cf-xff',
  'x-amzn-errortype',
  'x-amzn-fle-profile',
  'x-amzn-header-count',
  'x-amzn-header-order',
  'x-amzn-lambda-integration-tag',
  'x-amzn-requestid',
  'x-cache',
  'x-edge-*',
  'x-forwarded-proto',
  'x-real-ip',
]

/** Headers a function sees and may not add, change or delete, by event; the same page. */
export const readOnlyHeaders: Readonly<Record<EdgeEvent, readonly string[]>> = {
  'viewer-request': ['cdn-loop', 'content-length', 'host', 'transfer-encoding', 'via'],
  'origin-request': [
    'accept-encoding',
    'cdn-loop',
    'content-length',
    'if-modified-since',
    'if-none-match',
    'if-range',
    'if-unmodified-since',
    'transfer-encoding',
    'via',
  ],
  'origin-response': ['transfer-encoding', 'via'],
  'viewer-response': ['warning', 'via'],
}

/** What is read-only to Lambda@Edge besides; the same page. */
export const lambdaReadOnlyHeaders: Readonly<Partial<Record<EdgeEvent, readonly string[]>>> = {
  'viewer-response': ['content-encoding', 'content-length', 'transfer-encoding'],
}

/** Bytes. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses-in-requests.html */
export const bodyLimits = {
  /** What a Lambda@Edge function is shown of a request body. */
  shown: { viewer: 40 * 1024, origin: 1024 * 1024 },
  /** What it may put in its place, as text and in base64. */
  replaced: {
    viewer: { text: 40 * 1024, base64: Math.floor(53.2 * 1024) },
    origin: { text: 1024 * 1024, base64: Math.floor(1.33 * 1024 * 1024) },
  },
  /** A generated response with its headers. */
  generated: { viewer: 40 * 1024, origin: 1024 * 1024 },
  /** URI and query string of a request. */
  uri: 8192,
} as const

export const isDisallowedHeader = (name: string): boolean =>
  disallowedHeaders.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry,
  )

/** The fields a function gets to see. */
export function visibleHeaders(fields: HeaderFields): HeaderFields {
  const visible = fields.copy()
  visible.filter((name) => !isDisallowedHeader(name))
  return visible
}

/** Puts back what the function could not see. */
export function restoreHidden(before: HeaderFields | undefined, after: HeaderFields): HeaderFields {
  for (const [name, value] of before ?? [])
    if (isDisallowedHeader(name) && !after.has(name)) after.append(name, value)
  return after
}

const same = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((value, index) => value === after[index])

/**
 * Refuses changed read-only headers and new disallowed ones; `before` is null for a generated response. `furtherReadOnly`
 * is what the kind of function may not change besides.
 */
export function checkHeaders(
  event: EdgeEvent,
  before: HeaderFields | null,
  after: HeaderFields,
  furtherReadOnly: readonly string[] = [],
): void {
  for (const name of after.names()) {
    if (isDisallowedHeader(name) && !same(before?.all(name) ?? [], after.all(name)))
      throw new Refusal(`The function sets the header “${name}”, which edge functions may not add.`)
    if (event === 'viewer-request' && name === 'cloudfront-viewer-country' && !before?.has(name))
      throw new Refusal('“cloudfront-viewer-country” may not be added on the viewer request.')
  }
  if (!before) {
    const bad = ['transfer-encoding', 'via'].find((name) => after.has(name))
    if (bad) throw new Refusal(`A generated response may not carry the header “${bad}”.`)
    return
  }
  for (const name of [...readOnlyHeaders[event], ...furtherReadOnly])
    if (!same(before.all(name), after.all(name)))
      throw new Refusal(`The header “${name}” is read-only on the ${event} event; the function changed it.`)
}
