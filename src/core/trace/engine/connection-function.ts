/**
 * Runs a connection function in the sandbox of CloudFront Functions: its handler gets the connection and calls
 * `allow()` or `deny()`.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/write-connection-function-code.html
 */
import type { JsonObject } from '#core/model/field.ts'
import type { CompiledConnectionFunction } from '#core/trace/compile/compiled.ts'
import type { ClientCertificate } from './client-certificate.ts'
import type { Exchange } from './exchange.ts'
import { viewerAddress } from './viewer-headers.ts'

export interface ConnectionVerdict {
  readonly verdict: 'allow' | 'deny' | null
  readonly error: { readonly type: string; readonly message: string } | null
}

/** The connection's methods cannot cross into the sandbox, so they are made there. */
const wrapped = (code: string): string => `${code}
async function handler(event) {
  var verdict = null
  var connection = Object.assign({}, event.connection, {
    allow: function () { verdict = 'allow' },
    deny: function () { verdict = 'deny' },
    logCustomData: function (text) { console.log(String(text)) },
  })
  await connectionHandler(connection)
  return { verdict: verdict }
}
`

function connectionOf(exchange: Exchange, certificate: ClientCertificate | null): JsonObject {
  const { distribution, request, requestId } = exchange
  const leaf = certificate && {
    serialNumber: certificate.serialNumber,
    issuer: certificate.issuer,
    subject: certificate.subject,
    validity: { notBefore: certificate.notBefore, notAfter: certificate.notAfter },
    sha256Fingerprint: certificate.sha256,
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
    code: wrapped(fn.code),
    handler: 'handler',
    event: { connection: connectionOf(exchange, certificate) },
    keyValueStores: fn.keyValueStores,
    now,
  })
  if (!outcome.ok) {
    const { type = 'Error', message = '' } = outcome.error ?? {}
    return { verdict: null, error: { type, message } }
  }
  const { verdict } = (outcome.value ?? {}) as { readonly verdict?: unknown } // our own wrapper made it
  return { verdict: verdict === 'allow' || verdict === 'deny' ? verdict : null, error: null }
}
