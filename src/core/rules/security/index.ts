import type { Rule } from '#core/rules/harness/rule.ts'
import { securityAdminPathOpen } from './admin-path-open.ts'
import { securityCorsStar } from './cors-star.ts'
import { securityDefaultCertificate } from './default-certificate.ts'
import { securityDotFiles } from './dot-files.ts'
import { securityExportSecret } from './export-secret.ts'
import { securityHeaderNotChecked } from './header-not-checked.ts'
import { securityNoHsts } from './no-hsts.ts'
import { securityNoOriginLock } from './no-origin-lock.ts'
import { securityNoResponseHeaders } from './no-response-headers.ts'
import { securityNoWaf } from './no-waf.ts'
import { securityPublicHttpOriginWithCookies } from './public-http-origin-with-cookies.ts'
import { securityServerHeaderLeak } from './server-header-leak.ts'
import { securityWafLog4j } from './waf-log4j.ts'

export const securityRules: readonly Rule[] = [
  securityAdminPathOpen,
  securityCorsStar,
  securityDefaultCertificate,
  securityDotFiles,
  securityExportSecret,
  securityNoHsts,
  securityNoOriginLock,
  securityNoResponseHeaders,
  securityNoWaf,
  securityPublicHttpOriginWithCookies,
  securityServerHeaderLeak,
  securityWafLog4j,
  securityHeaderNotChecked,
]
