import { byteLength, noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { queryValue } from '#core/http/query-string.ts'
import type { CompiledEncryption, EncryptionProfile } from '#core/trace/compile/compiled.ts'
import { wildcard } from '#core/trace/compile/selection.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { encryptValue } from '#core/trace/engine/field-encryption.ts'
import { defineStage, guide, inferred } from '#core/trace/engine/stage.ts'
import type { Note, OriginRequest } from '#core/trace/message/message.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-field-level-encryption */
const mostFields = 10
const largestBody = 1024 * 1024

/** What the configuration decides of a request: a profile, a body that goes on as it is, or a refusal. */
type Choice =
  | { readonly profile: EncryptionProfile }
  | { readonly passes: string }
  | { readonly refused: string }

function choose(config: CompiledEncryption, { request }: Exchange): Choice {
  const type = (request.headers.first('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!config.byContentType.has(type)) {
    const what =
      type === ''
        ? 'The request names no content type'
        : `The content type “${type}” is not in the configuration`
    return config.forwardsUnknownType
      ? { passes: `${what}: the body goes on as it is.` }
      : { refused: `${what}, and requests of other types are not forwarded.` }
  }
  const argument = queryValue(request.query, 'fle-profile')
  if (argument !== undefined) {
    const profile = config.byQueryArgument.get(argument)
    if (profile) return { profile }
    return config.forwardsUnknownArgument
      ? { passes: `No profile is named “${argument}” (fle-profile): the body goes on as it is.` }
      : { refused: `No profile is named “${argument}” (fle-profile), and such requests are not forwarded.` }
  }
  const profile = config.byContentType.get(type)
  return profile
    ? { profile }
    : { passes: `The configuration has no profile for “${type}”: the body goes on as it is.` }
}

async function encryptFields(
  exchange: Exchange,
  request: OriginRequest,
  { name, entities, path }: EncryptionProfile,
  note: Note | null,
): Promise<void> {
  const matchers = entities.map((entity) => ({ ...entity, tests: entity.patterns.map(wildcard) }))
  const encrypted: string[] = []
  const unread = new Set<string>()
  const fields: string[] = []
  for (const field of exchange.request.body.split('&')) {
    const equals = field.indexOf('=')
    const label = equals < 0 ? field : field.slice(0, equals)
    const entity = matchers.find(({ tests }) => tests.some((matcher) => matcher.test(label)))
    if (!entity) {
      fields.push(field)
      continue
    }
    encrypted.push(label)
    const value = entity.pem === null ? null : await encryptValue(field.slice(equals + 1), entity.pem)
    if (value === null) unread.add(entity.keyName)
    fields.push(`${label}=${encodeURIComponent(value ?? '<encrypted by CloudFront>')}`)
  }
  request.body = fields.join('&')
  if (request.headers.has('content-length'))
    request.headers.set('content-length', String(byteLength(request.body)))
  exchange.encryptedFields = encrypted
  note?.(
    encrypted.length > 0
      ? `The fields ${encrypted.map((label) => `“${label}”`).join(', ')} reach the origin encrypted by the profile “${name}”. The envelope is simpler than CloudFront’s, which is a message of the AWS Encryption SDK.`
      : `No field of this form matches the profile “${name}”.`,
    [path],
  )
  if (unread.size > 0)
    note?.(
      `${[...unread].join(', ')} is no public key that can be read here, so a placeholder stands for the value.`,
      [path],
    )
}

/** CloudFront refuses the request before an origin sees it; that the status is 400 is inferred. */
function refuse(exchange: Exchange, why: string, config: CompiledEncryption, note: Note | null): void {
  note?.(
    `${why} CloudFront answers 400.`,
    [config.path],
    inferred('AWS does not name the status.', 'field-level-encryption'),
  )
  exchange.originResponse = {
    status: 400,
    headers: HeaderFields.empty(),
    body: noBody,
    encodedSize: null,
    from: 'edge',
  }
}

export const fieldLevelEncryption = defineStage({
  id: 'field-level-encryption',
  at: 'row',
  title: 'Field-level encryption',
  basis: { documented: guide('field-level-encryption') },
  explained: 'before-origin',
  run(exchange, note) {
    const config = exchange.behavior?.encryption
    const { request, originRequest } = exchange
    if (!config || !originRequest || request.method !== 'POST') return
    const choice = choose(config, exchange)
    if ('passes' in choice) {
      note?.(choice.passes, [config.path])
      return
    }
    const problem =
      'refused' in choice
        ? choice.refused
        : request.body.split('&').length > mostFields
          ? `The form has more than ${mostFields} fields.`
          : request.body.length > largestBody
            ? 'The form has more than 1 MB.'
            : null
    if (problem !== null || 'refused' in choice) {
      refuse(exchange, problem ?? '', config, note)
      return
    }
    if (request.body === '') return
    return encryptFields(exchange, originRequest, choice.profile, note)
  },
})
