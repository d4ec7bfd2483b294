/**
 * Field-level encryption: which profile encrypts which form fields with which key.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html
 */
import { resourcesOf } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import { referredTo } from './compile-function.ts'
import type { CompiledEncryption, EncryptionProfile } from './compiled.ts'

function profileOf(document: DesignDocument, field: unknown): EncryptionProfile | null {
  const id = referredTo(field)
  const resource = id === undefined ? undefined : document.resources[id]
  if (id === undefined || resource?.type !== 'FieldLevelEncryptionProfile') return null
  return {
    name: known(resource.config.Name) ?? id,
    entities: knownItems(resource.config.EncryptionEntities).map(({ FieldPatterns, PublicKeyId }) => {
      const keyId = referredTo(PublicKeyId)
      const key = keyId === undefined ? undefined : document.resources[keyId]
      return {
        patterns: knownItems(FieldPatterns),
        keyName: keyId ?? (typeof PublicKeyId === 'string' ? PublicKeyId : 'the public key'),
        pem: key?.type === 'PublicKey' ? (known(key.config.EncodedKey) ?? null) : null,
      }
    }),
    path: ['resources', id, 'config'],
  }
}

/** The behavior's configuration with its profiles; null where it encrypts nothing. */
export function compileEncryption(document: DesignDocument, behavior: Behavior): CompiledEncryption | null {
  const field = behavior.FieldLevelEncryptionId
  const resource = isRef(field) ? document.resources[field.ref] : undefined
  if (!isRef(field) || resource?.type !== 'FieldLevelEncryptionConfig') return null
  const { config } = resource
  const types = known(config.ContentTypeProfileConfig)
  const args = known(config.QueryArgProfileConfig)
  const listed = knownItems(known(types?.ContentTypeProfiles))
  // A configuration that names no profile, while the design has just one, means that one.
  const only = resourcesOf(document, 'FieldLevelEncryptionProfile')
  const fallback = types === undefined && only.length === 1 ? profileOf(document, { ref: only[0]?.id }) : null
  return {
    byContentType: new Map(
      types === undefined
        ? [['application/x-www-form-urlencoded', fallback]]
        : listed.map(({ ContentType, ProfileId }) => [
            known(ContentType)?.toLowerCase() ?? '',
            profileOf(document, ProfileId),
          ]),
    ),
    forwardsUnknownType: known(types?.ForwardWhenContentTypeIsUnknown) !== false,
    byQueryArgument: new Map(
      knownItems(known(args?.QueryArgProfiles)).map(({ QueryArg, ProfileId }) => [
        known(QueryArg) ?? '',
        profileOf(document, ProfileId),
      ]),
    ),
    forwardsUnknownArgument: known(args?.ForwardWhenQueryArgProfileIsUnknown) !== false,
    path: ['resources', field.ref, 'config'],
  }
}
