import type { Rule } from '#core/rules/rule.ts'
import { aliasDuplicate } from './duplicate.ts'
import { aliasLowercase } from './lowercase.ts'
import { aliasOnOtherDistribution } from './on-other-distribution.ts'
import { aliasSyntax } from './syntax.ts'

export const aliasRules: readonly Rule[] = [
  aliasDuplicate,
  aliasLowercase,
  aliasOnOtherDistribution,
  aliasSyntax,
]
