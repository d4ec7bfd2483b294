import type { Rule } from '#core/rules/rule.ts'
import { networkWebAclScope } from './web-acl-scope.ts'

export const networkRules: readonly Rule[] = [networkWebAclScope]
