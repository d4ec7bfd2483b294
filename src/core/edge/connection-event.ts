/**
 * The event of a connection function, which CloudFront calls while a viewer's TLS connection with a client certificate is
 * made. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/write-connection-function-code.html
 */
import type { JsonObject } from '#core/model/field.ts'
import type { FunctionRun } from './runner.ts'

export interface ClientCertificate {
  readonly serialNumber: string
  readonly issuer: string
  readonly subject: string
  /** ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
  /** base64url. */
  readonly sha256Fingerprint: string
}

export interface ConnectionInput {
  /** Null where mTLS is optional and the viewer showed none. */
  readonly certificate: ClientCertificate | null
  readonly clientIp: string
  readonly endpoint: string
  readonly distributionId: string
  readonly connectionId: string
}

const certificateOf = ({ notBefore, notAfter, ...leaf }: ClientCertificate): JsonObject => ({
  certificates: { leaf: { ...leaf, validity: { notBefore, notAfter } } },
})

export function connectionEvent({ certificate, ...connection }: ConnectionInput): JsonObject {
  return { ...(certificate && { clientCertificate: certificateOf(certificate) }), ...connection }
}

/** A run of a connection function; its outcome has the `decision`, which is “deny” where the function makes none. */
export const connectionRun = (
  code: string,
  input: ConnectionInput,
  { now, keyValueStores = {} }: Pick<FunctionRun, 'now' | 'keyValueStores'>,
): FunctionRun => ({
  language: 'cloudfront-js-2.0',
  code,
  handler: 'connectionHandler',
  event: connectionEvent(input),
  isConnection: true,
  keyValueStores,
  now,
})
