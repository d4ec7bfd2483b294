import type { Rule } from '#core/rules/rule.ts'
import { originRequestPolicyAuthorizationListed } from './authorization-listed.ts'

export const originRequestPolicyRules: readonly Rule[] = [originRequestPolicyAuthorizationListed]
