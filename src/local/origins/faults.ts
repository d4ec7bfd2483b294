/** How a connection's errors are called in the engine. */
import { tableOf } from '#core/ground/names.ts'
import type { OriginFault } from '#core/model/scenario.ts'

const byCode: Readonly<Record<string, OriginFault>> = tableOf({
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  EHOSTUNREACH: 'connect-timeout',
  ENETUNREACH: 'connect-timeout',
  ECONNREFUSED: 'connection-refused',
  UND_ERR_HEADERS_TIMEOUT: 'response-timeout',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EPROTO: 'tls',
})

const ofTls = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Whatever is not known ended an exchange that had begun. */
export function faultOf(error: unknown): OriginFault {
  // Node tries the addresses of a name in turn and tells all that went wrong.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const code = codeOf(error) || codeOf(first)
  return byCode[code] ?? (ofTls.test(code) ? 'tls' : 'connection-reset')
}
