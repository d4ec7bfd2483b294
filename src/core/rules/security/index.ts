import type { Rule } from '#core/rules/rule.ts'
import { securityNoWaf } from './no-waf.ts'

export const securityRules: readonly Rule[] = [securityNoWaf]
