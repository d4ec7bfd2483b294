import type { Rule } from '#core/rules/rule.ts'
import { responseHeadersPolicyCorsCredentialsWildcard } from './cors-credentials-wildcard.ts'
import { responseHeadersPolicyCorsOriginSyntax } from './cors-origin-syntax.ts'
import { responseHeadersPolicyRemoveForbidden } from './remove-forbidden.ts'

export const responseHeadersPolicyRules: readonly Rule[] = [
  responseHeadersPolicyCorsCredentialsWildcard,
  responseHeadersPolicyCorsOriginSyntax,
  responseHeadersPolicyRemoveForbidden,
]
