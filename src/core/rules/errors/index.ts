import type { Rule } from '#core/rules/rule.ts'
import { errorsCode } from './code.ts'
import { errorsDuplicateCode } from './duplicate-code.ts'
import { errorsPageAndCodePair } from './page-and-code-pair.ts'
import { errorsPagePathSlash } from './page-path-slash.ts'
import { errorsSpaMasksApi } from './spa-masks-api.ts'

export const errorsRules: readonly Rule[] = [
  errorsCode,
  errorsDuplicateCode,
  errorsPageAndCodePair,
  errorsPagePathSlash,
  errorsSpaMasksApi,
]
