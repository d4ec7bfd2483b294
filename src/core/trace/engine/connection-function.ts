/**
 * Runs a connection function in the sandbox of CloudFront Functions: its handler gets the connection and calls
 * `allow()` or `deny()`.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/write-connection-function-code.html
 */
import type { SandboxLimit } from '#core/edge/runner.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { CompiledConnectionFunction } from '#core/trace/compile/compiled.ts'
import type { ClientCertificate } from './client-certificate.ts'
import type { Exchange } from './exchange.ts'
import { viewerAddress } from './viewer-headers.ts'

export interface ConnectionVerdict {
  /** What our sandbox could not do for it; then nothing else is known. */
  readonly limit?: SandboxLimit
  readonly verdict: 'allow' | 'deny' | null
  readonly error: { readonly type: string; readonly message: string } | null
}

/** The event has the fingerprint's bytes in base64url; a certificate here has them in hexadecimal. */
const fingerprintOf = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

function connectionOf(exchange: Exchange, certificate: ClientCertificate | null): JsonObject {
  const { distribution, request, requestId } = exchange
  const leaf = certificate && {
    serialNumber: certificate.serialNumber,
    issuer: certificate.issuer,
    subject: certificate.subject,
    validity: { notBefore: certificate.notBefore, notAfter: certificate.notAfter },
    sha256Fingerprint: fingerprintOf(certificate.sha256),
  }
  return {
    // AWS's own examples read the certificate by either name.
    ...(leaf && { clientCertificate: { certificates: { leaf } }, clientCertInfo: leaf }),
    clientIp: viewerAddress(request.viewer.ip),
    endpoint: request.host,
    distributionId: distribution?.id ?? '',
    connectionId: requestId,
  }
}

/** What the function decides; undefined where it cannot be run here. */
export async function runConnectionFunction(
  exchange: Exchange,
  fn: CompiledConnectionFunction,
  certificate: ClientCertificate | null,
): Promise<ConnectionVerdict | undefined> {
  const { runner, now } = exchange.engine
  if (!runner || fn.code === null) return undefined
  const outcome = await runner.run({
    language: 'cloudfront-js-2.0',
    code: fn.code,
    handler: 'connectionHandler',
    isConnection: true,
    event: connectionOf(exchange, certificate),
    keyValueStores: fn.keyValueStores,
    now,
  })
  if (outcome.limit) return { limit: outcome.limit, verdict: null, error: null }
  if (!outcome.ok) {
    const { type = 'Error', message = '' } = outcome.error ?? {}
    return { verdict: null, error: { type, message } }
  }
  return { verdict: outcome.decision ?? null, error: null }
}
