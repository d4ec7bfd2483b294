import type { Rule } from '#core/rules/harness/rule.ts'
import { configCommentTooLong } from './comment-too-long.ts'
import { configDefaultRootObjectChars } from './default-root-object-chars.ts'
import { configDefaultRootObjectLength } from './default-root-object-length.ts'
import { configDefaultRootObjectMissing } from './default-root-object-missing.ts'
import { configDefaultRootObjectShadowed } from './default-root-object-shadowed.ts'
import { configDefaultRootObjectSlash } from './default-root-object-slash.ts'
import { configDefaultRootObjectSubdirectory } from './default-root-object-subdirectory.ts'
import { configDisabled } from './disabled.ts'
import { configEntriesSplit } from './entries-split.ts'
import { configEnumInvalid } from './enum-invalid.ts'
import { configListedTwice } from './listed-twice.ts'
import { configReferenceMissing } from './reference-missing.ts'
import { configRequiredFields } from './required-fields.ts'
import { configTagLimit } from './tag-limit.ts'
import { configValueLimit } from './value-limit.ts'
import { configWrongType } from './wrong-type.ts'

export const configRules: readonly Rule[] = [
  configCommentTooLong,
  configDefaultRootObjectChars,
  configDefaultRootObjectLength,
  configDefaultRootObjectMissing,
  configDefaultRootObjectShadowed,
  configDefaultRootObjectSlash,
  configDefaultRootObjectSubdirectory,
  configDisabled,
  configEntriesSplit,
  configEnumInvalid,
  configRequiredFields,
  configTagLimit,
  configWrongType,
  configListedTwice,
  configValueLimit,
  configReferenceMissing,
]
