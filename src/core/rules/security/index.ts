import type { Rule } from '#core/rules/rule.ts'
import { securityDefaultCertificate } from './default-certificate.ts'
import { securityNoResponseHeaders } from './no-response-headers.ts'
import { securityNoWaf } from './no-waf.ts'

export const securityRules: readonly Rule[] = [
  securityDefaultCertificate,
  securityNoResponseHeaders,
  securityNoWaf,
]
