import type { Rule } from '#core/rules/rule.ts'
import { configCommentTooLong } from './comment-too-long.ts'
import { configDefaultRootObjectSlash } from './default-root-object-slash.ts'
import { configDisabled } from './disabled.ts'
import { configEnumInvalid } from './enum-invalid.ts'

export const configRules: readonly Rule[] = [
  configCommentTooLong,
  configDefaultRootObjectSlash,
  configDisabled,
  configEnumInvalid,
]
