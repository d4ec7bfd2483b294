/**
 * The client certificate that a viewer shows (`viewer.certificate`): one of the presets by name, or its own fields.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewer-mtls-headers.html
 */
import { tableOf } from '#core/ground/names.ts'
import type { Json } from '#core/model/field.ts'
import type { Viewer } from '#core/model/scenario.ts'

export interface ClientCertificate {
  readonly serialNumber: string
  readonly issuer: string
  readonly subject: string
  /** ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
  /** Hexadecimal. */
  readonly sha256: string
  readonly pem: string
  /** Its chain ends at a certificate of the trust store. */
  readonly isTrusted: boolean
}

const valid: ClientCertificate = {
  serialNumber: '4a:3f:5c:92:d1:e8:7b:6c',
  issuer: 'CN=root.example.com,O=Example',
  subject: 'CN=client.example.com,O=Example',
  notBefore: '2025-01-01T00:00:00Z',
  notAfter: '2035-01-01T00:00:00Z',
  sha256: '01fbf94fef5569753420c349f49adbfd80af5275377816e3ab1fb371b29cb586',
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  isTrusted: true,
}

/** Certificates worth trying, by the word that a request names them by. */
export const clientCertificates: Readonly<Record<string, ClientCertificate>> = tableOf({
  valid,
  expired: { ...valid, notBefore: '2015-01-01T00:00:00Z', notAfter: '2016-01-01T00:00:00Z' },
  untrusted: { ...valid, issuer: 'CN=elsewhere.example.net', isTrusted: false },
})

const textOr = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise

/** The certificate that the request states; null where the viewer shows none. */
export function certificateOf(viewer: Viewer): ClientCertificate | null {
  const { certificate } = viewer
  if (typeof certificate === 'string')
    return Object.hasOwn(clientCertificates, certificate) ? (clientCertificates[certificate] ?? null) : null
  if (typeof certificate !== 'object' || certificate === null || Array.isArray(certificate)) return null
  const given = certificate as { readonly [name: string]: Json } // an object, as has just been seen
  return {
    serialNumber: textOr(given['serialNumber'], valid.serialNumber),
    issuer: textOr(given['issuer'], valid.issuer),
    subject: textOr(given['subject'], valid.subject),
    notBefore: textOr(given['notBefore'], valid.notBefore),
    notAfter: textOr(given['notAfter'], valid.notAfter),
    sha256: textOr(given['sha256'], valid.sha256),
    pem: textOr(given['pem'], valid.pem),
    isTrusted: given['isTrusted'] !== false,
  }
}

/** Why the certificate does not pass the standard checks, or null. */
export function certificateProblem(
  { isTrusted, notBefore, notAfter }: ClientCertificate,
  now: number,
  ignoresExpiry: boolean,
): string | null {
  if (!isTrusted) return 'no certificate of the trust store has issued it'
  if (ignoresExpiry) return null
  if (now < Date.parse(notBefore)) return `it is valid from ${notBefore} only`
  return now > Date.parse(notAfter) ? `it expired on ${notAfter}` : null
}

/** The CloudFront-Viewer-Cert-* header of that name; null where there is none without a certificate. */
export function certificateHeader(viewer: Viewer, name: string): string | null {
  const certificate = certificateOf(viewer)
  if (name === 'present') return certificate ? '1' : '0'
  if (!certificate) return null
  const values: Readonly<Record<string, string>> = tableOf({
    'serial-number': certificate.serialNumber,
    issuer: certificate.issuer,
    subject: certificate.subject,
    sha256: certificate.sha256,
    validity: `NotBefore=${certificate.notBefore};NotAfter=${certificate.notAfter}`,
    pem: encodeURIComponent(certificate.pem),
  })
  return values[name] ?? null
}
