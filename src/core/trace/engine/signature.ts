/**
 * Signed URLs and signed cookies.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html
 */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { cookiePairs, cookieText, cookieValue } from '#core/http/cookies.ts'
import { filterQuery, queryParameters, queryValue } from '#core/http/query-string.ts'
import type { SigningKey, SigningSettings } from '#core/trace/compile/compiled.ts'
import { isSignatureGood } from '#core/trace/compile/public-key.ts'
import { wildcard } from '#core/trace/compile/selection.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'
import { isInNetwork } from './ip-address.ts'
import { viewerAddress } from './viewer-headers.ts'

export interface Signature {
  readonly from: 'URL' | 'cookies'
  readonly expires: string | undefined
  readonly policy: string | undefined
  readonly signature: string | undefined
  readonly keyPairId: string | undefined
  readonly hash: string | undefined
}

const parameterNames = new Set(['Expires', 'Policy', 'Signature', 'Key-Pair-Id', 'Hash-Algorithm'])
const cookiePrefix = 'CloudFront-'

/** The signature of a request; where the URL is signed, only the URL counts. */
export function readSignature(request: EngineRequest): Signature | undefined {
  const isSigned = queryParameters(request.query).some(
    ({ name }) => name === 'Signature' || name === 'Key-Pair-Id',
  )
  if (isSigned) {
    const read = (name: string) => queryValue(request.query, name)
    return fields('URL', read)
  }
  const pairs = cookiePairs(request.headers.all('cookie'))
  if (
    cookieValue(pairs, 'CloudFront-Signature') === undefined &&
    cookieValue(pairs, 'CloudFront-Key-Pair-Id') === undefined
  )
    return undefined
  return fields('cookies', (name) => cookieValue(pairs, cookiePrefix + name))
}

const fields = (from: Signature['from'], read: (name: string) => string | undefined): Signature => ({
  from,
  expires: read('Expires'),
  policy: read('Policy'),
  signature: read('Signature'),
  keyPairId: read('Key-Pair-Id'),
  hash: read('Hash-Algorithm'),
})

/** Takes what only CloudFront needs off the request, before the cache key and the origin. */
export function removeSignature(request: EngineRequest, from: Signature['from']): void {
  if (from === 'URL') {
    request.query = filterQuery(request.query, (name) => !parameterNames.has(name))
    return
  }
  const kept = cookiePairs(request.headers.all('cookie')).filter(
    ({ name }) => !(name.startsWith(cookiePrefix) && parameterNames.has(name.slice(cookiePrefix.length))),
  )
  if (kept.length === 0) request.headers.delete('cookie')
  else request.headers.set('cookie', cookieText(kept))
}

/** CloudFront's base64: `+ = /` are written `- _ ~`. */
function fromUrlSafe(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/')
  try {
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

interface Policy {
  readonly resource: string | undefined
  readonly before: number | undefined
  readonly after: number | undefined
  readonly source: string | undefined
}

/** The one statement of a custom policy. */
function readPolicy(text: string): Policy | undefined {
  try {
    const statement = JSON.parse(text)?.Statement?.[0]
    if (typeof statement !== 'object' || statement === null) return undefined
    const { Resource: resource, Condition: condition = {} } = statement
    const epoch = (name: string): number | undefined => {
      const value = condition[name]?.['AWS:EpochTime']
      return typeof value === 'number' ? value : undefined
    }
    const source = condition.IpAddress?.['AWS:SourceIp']
    return {
      resource: typeof resource === 'string' ? resource : undefined,
      before: epoch('DateLessThan'),
      after: epoch('DateGreaterThan'),
      source: typeof source === 'string' ? source : undefined,
    }
  } catch {
    return undefined
  }
}

/** The URL as the signer saw it: with its query string, without the signature's parameters. */
function signedUrl(request: EngineRequest): string {
  const query = filterQuery(request.query, (name) => !parameterNames.has(name))
  return `${request.protocol}://${request.host}${request.path}${query === '' ? '' : `?${query}`}`
}

/** Wildcards are `*` and `?`; a resource without a scheme, such as `*`, covers both. */
const covers = (resource: string, url: string): boolean => resource === url || wildcard(resource).test(url)

const cannedPolicy = (url: string, expires: number) =>
  `{"Statement":[{"Resource":"${url}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`

function checkConditions(policy: Policy, url: string, exchange: Exchange): string | null {
  const now = exchange.engine.now / 1000
  if (policy.before === undefined) return 'the policy has no DateLessThan in seconds since 1970.'
  if (policy.before > 100_000_000_000)
    return 'its expiry is in milliseconds; CloudFront takes seconds since 1970.'
  if (now >= policy.before) return `it expired at ${new Date(policy.before * 1000).toISOString()}.`
  if (policy.after !== undefined && now <= policy.after)
    return `it is not valid before ${new Date(policy.after * 1000).toISOString()}.`
  const address = viewerAddress(exchange.request.viewer.ip)
  if (policy.source !== undefined && !isInNetwork(address, policy.source))
    return `the viewer's address ${address} is not in ${policy.source}.`
  if (policy.resource !== undefined && !covers(policy.resource, url))
    return `it is for “${policy.resource}”, which does not cover “${url}”.`
  return null
}

/** When the conditions come to something else, in milliseconds; never where all their times have passed. */
function nextChange({ before, after }: Policy, now: number): number {
  // What is valid after a second is so from the next millisecond on.
  const times = [(before ?? Number.NaN) * 1000, (after ?? Number.NaN) * 1000 + 1]
  return Math.min(Number.POSITIVE_INFINITY, ...times.filter((time) => time > now))
}

async function checkSignature(
  { signature = '', hash }: Signature,
  key: SigningKey,
  text: string,
): Promise<boolean> {
  const bytes = fromUrlSafe(signature)
  return bytes !== undefined && isSignatureGood(key.pem, hash === 'SHA256' ? 'SHA-256' : 'SHA-1', bytes, text)
}

/** The verdict: on success how it was signed, else why CloudFront refuses. */
export async function verify(
  signature: Signature,
  signing: SigningSettings,
  exchange: Exchange,
): Promise<Result<string, string>> {
  const { keyPairId, expires, policy } = signature
  if (keyPairId === undefined) return failed('Key-Pair-Id is missing (MissingKey).')
  if (signature.signature === undefined) return failed('Signature is missing.')
  const key = signing.keys.find(({ id }) => id === keyPairId)
  if (!key)
    return failed(
      signing.unknownKeys
        ? `the key “${keyPairId}” is not in this design, so the signature cannot be checked.`
        : `the key “${keyPairId}” is in none of the behavior's key groups.`,
    )
  if (signature.hash !== undefined && !['SHA1', 'SHA256'].includes(signature.hash))
    return failed(`Hash-Algorithm “${signature.hash}” is neither SHA1 nor SHA256.`)
  const url = signedUrl(exchange.request)
  const isCanned = policy === undefined
  if (isCanned && (expires === undefined || !/^\d+$/.test(expires)))
    return failed('Expires is missing or no number.')
  const decoded = isCanned ? undefined : fromUrlSafe(policy)
  if (!isCanned && !decoded) return failed('the policy is not base64 (MalformedPolicy).')
  const text = isCanned ? cannedPolicy(url, Number(expires)) : new TextDecoder().decode(decoded)
  const read = readPolicy(text)
  if (!read) return failed('the policy is not JSON with one statement (MalformedPolicy).')
  if (!(await checkSignature(signature, key, text)))
    return failed(
      isCanned
        ? `the signature is not of this URL (“${url}”) by the key “${keyPairId}”.`
        : `the signature is not of its policy by the key “${keyPairId}”.`,
    )
  const unmet = checkConditions(read, url, exchange)
  exchange.verdictUntil = nextChange(read, exchange.engine.now)
  return unmet === null
    ? ok(`${isCanned ? 'a canned' : 'a custom'} policy by the key “${keyPairId}”.`)
    : failed(unmet)
}
