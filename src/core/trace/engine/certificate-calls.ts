/**
 * What `cf.mtls` does to the headers of the client certificate that go to the origin.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-helper-methods.html
 */
import type { FunctionOutcome } from '#core/edge/runner.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import type { Note } from '#core/trace/message/message.ts'

export type CertificateCalls = NonNullable<FunctionOutcome['certificateCalls']>

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function rename(headers: HeaderFields, method: string, from: string, to: Json, note: Note | null): void {
  const name = isObject(to) ? to['newHeaderName'] : to
  const value = headers.combined(from.toLowerCase())
  if (typeof name !== 'string') return
  if (value === null) {
    note?.(
      `cf.${method} finds no “${from}”: this request sends the origin no such header, so nothing is renamed.`,
    )
    return
  }
  headers.delete(from.toLowerCase())
  headers.set(name.toLowerCase(), value)
  note?.(`cf.${method} sends “${from}” as “${name}”.`)
  if (isObject(to) && to['pemCertFormatInfo'] !== undefined)
    note?.('Not played: pemCertFormatInfo. The certificate keeps its form.')
}

/** Renames what the origin request holds; the sentences are for the trace. */
export function applyCertificateCalls(
  headers: HeaderFields,
  calls: CertificateCalls,
  note: Note | null,
): void {
  for (const { method, argument } of calls) {
    if (method === 'mtls.combinePemHeaders')
      note?.(
        'Not played: cf.mtls.combinePemHeaders. The simulated requests carry neither Client-Cert nor Client-Cert-Chain, which passthrough mode alone hands on.',
      )
    else
      for (const [from, to] of Object.entries(isObject(argument) ? argument : {}))
        rename(headers, method, from, to, note)
  }
}
