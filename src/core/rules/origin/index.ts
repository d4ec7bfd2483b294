import type { Rule } from '#core/rules/rule.ts'
import { originConnectionAttempts } from './connection-attempts.ts'
import { originConnectionTimeout } from './connection-timeout.ts'
import { originCustomHeaderDuplicate } from './custom-header-duplicate.ts'
import { originCustomHeaderForbidden } from './custom-header-forbidden.ts'
import { originDomainHasScheme } from './domain-has-scheme.ts'
import { originDomainIpAddress } from './domain-ip-address.ts'
import { originDomainRequired } from './domain-required.ts'
import { originDuplicateId } from './duplicate-id.ts'
import { originHttpPort } from './http-port.ts'
import { originHttpsPort } from './https-port.ts'
import { originKeepaliveTimeout } from './keepalive-timeout.ts'
import { originLurlHttp } from './lurl-http.ts'
import { originNone } from './none.ts'
import { originPathLeadingSlash } from './path-leading-slash.ts'
import { originPathTrailingSlash } from './path-trailing-slash.ts'
import { originProtocolHttpOnly } from './protocol-http-only.ts'
import { originReadTimeout } from './read-timeout.ts'
import { originS3ConfigNonS3Host } from './s3-config-non-s3-host.ts'
import { originS3GlobalEndpoint } from './s3-global-endpoint.ts'
import { originS3RestAsCustom } from './s3-rest-as-custom.ts'
import { originS3WebsiteAsS3 } from './s3-website-as-s3.ts'
import { originS3WebsiteHttps } from './s3-website-https.ts'
import { originShieldRegionRequired } from './shield-region-required.ts'
import { originShieldRegionUnsupported } from './shield-region-unsupported.ts'
import { originSslProtocolsWeak } from './ssl-protocols-weak.ts'
import { originTooMany } from './too-many.ts'
import { originTypeExactlyOne } from './type-exactly-one.ts'
import { originUnused } from './unused.ts'

export const originRules: readonly Rule[] = [
  originConnectionAttempts,
  originConnectionTimeout,
  originCustomHeaderDuplicate,
  originCustomHeaderForbidden,
  originDomainHasScheme,
  originDomainIpAddress,
  originDomainRequired,
  originDuplicateId,
  originHttpPort,
  originHttpsPort,
  originKeepaliveTimeout,
  originLurlHttp,
  originNone,
  originPathLeadingSlash,
  originPathTrailingSlash,
  originProtocolHttpOnly,
  originReadTimeout,
  originS3ConfigNonS3Host,
  originS3GlobalEndpoint,
  originS3RestAsCustom,
  originS3WebsiteAsS3,
  originS3WebsiteHttps,
  originShieldRegionRequired,
  originShieldRegionUnsupported,
  originSslProtocolsWeak,
  originTooMany,
  originTypeExactlyOne,
  originUnused,
]
