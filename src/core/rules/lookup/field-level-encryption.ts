/** Where field-level encryption is switched on, and what its profiles hold. */
import { resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument, ResourceConfigs } from '#core/model/document.ts'
import { isExpression, isRef, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { type BehaviorInPlace, eachBehavior } from './walk.ts'

type Entity = Exclude<
  NonNullable<ResourceConfigs['FieldLevelEncryptionProfile']['EncryptionEntities']>[number],
  { ref: string } | { unknown: string }
>

/** The behaviors that are sure to encrypt fields: they name a configuration. */
export function* encryptedBehaviors(document: DesignDocument): Generator<BehaviorInPlace> {
  for (const placed of eachBehavior(document)) {
    const { FieldLevelEncryptionId: id } = placed.behavior
    if (isRef(id) || (known(id) ?? '') !== '') yield placed
  }
}

export interface PlacedEntity {
  readonly profile: string
  readonly entity: Entity
  readonly path: Path
}

/** Every encryption entity of every profile that is written out. */
export function* entitiesIn(document: DesignDocument): Generator<PlacedEntity> {
  for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionProfile'))
    for (const [index, entity] of (config.EncryptionEntities ?? []).entries())
      if (!isExpression(entity)) yield { profile: id, entity, path: [...path, 'EncryptionEntities', index] }
}
