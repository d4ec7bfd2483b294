/**
 * Signs URLs with a key pair made here, so that private content can be tried without a real key. The public half takes
 * the place of a trusted key in the simulation only; the private half never leaves this process.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html
 */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { compile, distributionDomainName } from '#core/trace/compile/compile.ts'

export interface TestSigner {
  /** PEM of the public half. */
  readonly publicKey: string
  readonly privateKey: CryptoKey
}

/** What may be wrong with a signed URL, to see how CloudFront refuses it. */
export type SigningFlaw = 'none' | 'expired' | 'milliseconds' | 'other-url' | 'unknown-key'

const pem = (bytes: ArrayBuffer): string => {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return `-----BEGIN PUBLIC KEY-----\n${base64.replaceAll(/(.{64})/g, '$1\n').trimEnd()}\n-----END PUBLIC KEY-----\n`
}

/** Makes an RSA key pair of 2048 bits, the size that CloudFront asks for. */
export async function createTestSigner(): Promise<TestSigner> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-1',
    },
    true,
    ['sign', 'verify'],
  )
  return { publicKey: pem(await crypto.subtle.exportKey('spki', publicKey)), privateKey }
}

/** CloudFront's base64: `+ = /` are written `- _ ~`. */
const urlSafe = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('=', '_')
    .replaceAll('/', '~')

const separator = (url: string) => (url.includes('?') ? '&' : '?')

/** The URL with a canned policy's signature. `expires` in seconds since 1970; a path counts as one of the distribution. */
export async function signUrl(
  signer: TestSigner,
  {
    url,
    keyPairId,
    expires,
    flaw = 'none',
  }: {
    readonly url: string
    readonly keyPairId: string
    readonly expires: number
    readonly flaw?: SigningFlaw
  },
): Promise<string> {
  const whole = url.startsWith('/') ? `https://${distributionDomainName}${url}` : url
  const until = flaw === 'milliseconds' ? expires * 1000 : flaw === 'expired' ? 946_684_800 : expires
  const resource = flaw === 'other-url' ? `${whole}.other` : whole
  const policy = `{"Statement":[{"Resource":"${resource}","Condition":{"DateLessThan":{"AWS:EpochTime":${until}}}}]}`
  const signature = await crypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    signer.privateKey,
    new TextEncoder().encode(policy),
  )
  const key = flaw === 'unknown-key' ? 'KUNKNOWN' : keyPairId
  return `${whole}${separator(whole)}Expires=${until}&Signature=${urlSafe(signature)}&Key-Pair-Id=${key}`
}

/** The first key that the behavior taking a URL trusts: its logical id, its id or its expression. Fails with a sentence. */
export function trustedKeyFor(
  document: DesignDocument,
  distribution: LogicalId,
  url: string,
): Result<LogicalId, string> {
  const parsed = parseRequestUrl(url, distributionDomainName)
  if (!parsed.ok) return failed(parsed.error)
  const site = distributionsIn(document).find(({ id }) => id === distribution)
  const chosen = compile(document, distribution).chooseBehavior(parsed.value.path)
  const placed = site && behaviorsOf(site).find(({ index }) => index === chosen.index)
  const trusted = known(placed?.behavior.TrustedKeyGroups)
  const name = chosen.index === undefined ? 'The default cache behavior' : `The behavior “${chosen.pattern}”`
  if (!trusted?.Items || trusted.Items.length === 0)
    return failed(`${name}, which takes this URL, names no trusted key group, so nothing is to be signed.`)
  for (const item of trusted.Items) {
    const group = isRef(item) ? document.resources[item.ref] : undefined
    if (group?.type !== 'KeyGroup') continue
    const [member] = group.config.Items ?? []
    if (member !== undefined) return ok(nameOf(member))
  }
  return failed(
    `${name} trusts keys that are not in this design; add a public key and a key group to try it.`,
  )
}

/** Facts of the account in which the signer's public half stands in for a public key of the design. */
export const withTestKey = (
  account: AccountFacts,
  logicalId: LogicalId,
  { publicKey }: Pick<TestSigner, 'publicKey'>,
): AccountFacts => {
  const given = account.publicKeys?.find((key) => key.logicalId === logicalId)?.Id
  // An expression is no id; any that a URL can carry will do.
  const Id = given ?? (/^\w+$/.test(logicalId) ? logicalId : 'KTESTKEY')
  const others = (account.publicKeys ?? []).filter((key) => key.logicalId !== logicalId)
  return { ...account, publicKeys: [...others, { logicalId, Id, EncodedKey: publicKey }] }
}
