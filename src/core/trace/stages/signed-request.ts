import { HeaderFields } from '#core/http/header-fields.ts'
import { readSignature, removeSignature, verify } from '#core/trace/engine/signature.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const signedRequest = defineStage({
  id: 'signed-request',
  at: 'row',
  title: 'Signed URL or cookie',
  explained: 'before-origin',
  basis: { documented: guide('PrivateContent') },
  run(exchange, note) {
    const signing = exchange.behavior?.signing
    if (!signing) return
    const signature = readSignature(exchange.request)
    if (!signature) {
      note?.(
        'The behavior is private, and the request carries neither a signed URL nor signed cookies: 403 (MissingKey).',
        [signing.path],
      )
      exchange.answer(403, HeaderFields.empty(), 'InvalidRequest')
      return
    }
    const refuse = (reason: string) => {
      note?.(`The signed ${signature.from} is refused: ${reason} CloudFront answers 403.`, [signing.path])
      exchange.answer(403, HeaderFields.empty(), 'InvalidRequest')
    }
    return verify(signature, signing, exchange).then((verdict) => {
      if (!verdict.ok) {
        refuse(verdict.error)
        return
      }
      removeSignature(exchange.request, signature.from)
      note?.(`The signed ${signature.from} is good: ${verdict.value}`, [signing.path])
    })
  },
})
