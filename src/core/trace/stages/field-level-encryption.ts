import { wildcard } from '#core/trace/compile/selection.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const fieldLevelEncryption = defineStage({
  id: 'field-level-encryption',
  title: 'Field-level encryption',
  explained: 'never',
  basis: { documented: guide('field-level-encryption') },
  run(exchange, note) {
    const patterns = exchange.behavior?.fieldLevelEncryption ?? []
    const { request, originRequest } = exchange
    if (patterns.length === 0 || !originRequest || request.method !== 'POST') return
    const type = request.headers.first('content-type') ?? ''
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      note?.('Field-level encryption works on form posts only; this body goes on as it is.')
      return
    }
    const matchers = patterns.map(wildcard)
    const encrypted: string[] = []
    originRequest.body = request.body
      .split('&')
      .map((field) => {
        const name = field.split('=', 1)[0] ?? ''
        if (!matchers.some((matcher) => matcher.test(name))) return field
        encrypted.push(name)
        return `${name}=<encrypted by CloudFront>`
      })
      .join('&')
    exchange.encryptedFields = encrypted
    note?.(
      encrypted.length > 0
        ? `The fields ${encrypted.map((name) => `“${name}”`).join(', ')} reach the origin encrypted.`
        : 'No field of this form matches the encryption profile.',
      [[...(exchange.behavior?.path ?? []), 'FieldLevelEncryptionId']],
    )
  },
})
