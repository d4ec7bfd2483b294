import type { SandboxLimit } from '#core/edge/runner.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledConnectionFunction, CompiledMtls } from '#core/trace/compile/compiled.ts'
import {
  type ClientCertificate,
  certificateOf,
  certificateProblem,
} from '#core/trace/engine/client-certificate.ts'
import { runConnectionFunction } from '#core/trace/engine/connection-function.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, documented, guide, inferred } from '#core/trace/engine/stage.ts'
import type { Basis, Note } from '#core/trace/message/message.ts'

/** The TLS handshake fails, so no HTTP answer exists; the trace has to show something. */
function closeConnection(
  exchange: Exchange,
  note: Note | null,
  why: string,
  mtls: CompiledMtls,
  basis?: Basis,
): void {
  const told = `${why} The TLS connection is closed, and the viewer gets no HTTP answer: the trace shows 403.`
  note?.(told, [mtls.path], basis)
  exchange.isConnectionRefused = true
  exchange.answer(403, HeaderFields.empty(), 'Error')
}

/** True where the handshake goes on after the standard checks. */
function check(
  exchange: Exchange,
  mtls: CompiledMtls,
  certificate: ClientCertificate | null,
  note: Note | null,
): boolean {
  if (mtls.mode === 'passthrough') {
    note?.('In passthrough mode CloudFront checks no client certificate; it hands it on in headers.', [
      mtls.path,
    ])
    return true
  }
  if (!certificate) {
    if (mtls.mode === 'optional') {
      note?.('The viewer shows no client certificate, which mode “optional” allows.', [mtls.path])
      return true
    }
    closeConnection(
      exchange,
      note,
      'Mutual TLS is required and the viewer shows no client certificate (viewer.certificate: “valid”, “expired”, “untrusted” or its fields).',
      mtls,
    )
    return false
  }
  const problem = certificateProblem(certificate, exchange.now, mtls.ignoresExpiry)
  if (problem !== null) {
    closeConnection(
      exchange,
      note,
      `The client certificate of “${certificate.subject}” is refused: ${problem}.`,
      mtls,
    )
    return false
  }
  note?.(
    `The client certificate of “${certificate.subject}” is good${mtls.trustStore === null ? '' : ` for the trust store “${mtls.trustStore}”`}.`,
    [mtls.path],
  )
  return true
}

const whyUnplayed = ({ name, code }: CompiledConnectionFunction, limit: SandboxLimit | undefined): string => {
  if (limit)
    return `This is our limit, not CloudFront's: our sandbox ${limit.what}. What “${name}” decides is not known here.`
  return `“${name}” is not played: ${code === null ? 'its code is not in this design' : 'there is no sandbox here'}.`
}

/** The verdict of the connection function: run, scripted by the request, or not played. */
async function askFunction(
  exchange: Exchange,
  mtls: CompiledMtls,
  fn: CompiledConnectionFunction,
  certificate: ClientCertificate | null,
  note: Note | null,
): Promise<void> {
  const scripted = exchange.request.viewer['connection']
  const ran = scripted === undefined ? await runConnectionFunction(exchange, fn, certificate) : undefined
  if (ran?.error) {
    closeConnection(exchange, note, `“${fn.name}” fails with ${ran.error.type}: ${ran.error.message}.`, mtls)
    return
  }
  if (scripted === undefined && (!ran || ran.limit)) {
    note?.(`${whyUnplayed(fn, ran?.limit)} The connection goes on unless viewer.connection says “deny”.`, [
      fn.path,
    ])
    return
  }
  const verdict = scripted === undefined ? ran?.verdict : scripted
  if (verdict === 'allow')
    note?.(`“${fn.name}” allows the connection.`, [fn.path], documented('connection-functions'))
  else
    closeConnection(
      exchange,
      note,
      verdict === 'deny'
        ? `“${fn.name}” denies the connection.`
        : `“${fn.name}” calls neither allow() nor deny(), as it has to.`,
      mtls,
      verdict === 'deny'
        ? documented('connection-functions')
        : inferred('AWS does not say what becomes of the connection.', 'connection-functions'),
    )
}

export const viewerMtls = defineStage({
  id: 'viewer-mtls',
  at: 'head',
  title: 'Viewer mutual TLS',
  basis: { documented: guide('mtls-authentication') },
  explained: 'before-origin',
  run(exchange, note) {
    const mtls = exchange.distribution?.mtls
    // A log tells of connections that were made.
    if (!mtls || exchange.origins.isRecorded) return
    if (exchange.request.protocol === 'http') {
      note?.('Over plain HTTP there is no TLS handshake and no client certificate.', [mtls.path])
      return
    }
    const certificate = certificateOf(exchange.request.viewer)
    if (!check(exchange, mtls, certificate, note)) return
    const fn = mtls.connectionFunction
    // It is asked in the modes that check, where a certificate has passed.
    if (!fn || mtls.mode === 'passthrough' || !certificate) return
    return askFunction(exchange, mtls, fn, certificate, note)
  },
})
