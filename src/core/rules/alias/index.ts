import type { Rule } from '#core/rules/harness/rule.ts'
import { aliasApexCname } from './apex-cname.ts'
import { aliasCloudfrontDomain } from './cloudfront-domain.ts'
import { aliasDuplicate } from './duplicate.ts'
import { aliasIpv6NeedsAaaa } from './ipv6-needs-aaaa.ts'
import { aliasLowercase } from './lowercase.ts'
import { aliasMultiTenant } from './multi-tenant.ts'
import { aliasOnOtherDistribution } from './on-other-distribution.ts'
import { aliasRecordElsewhere } from './record-elsewhere.ts'
import { aliasRecordNotListed } from './record-not-listed.ts'
import { aliasRecordZone } from './record-zone.ts'
import { aliasStaging } from './staging.ts'
import { aliasSyntax } from './syntax.ts'
import { aliasTooMany } from './too-many.ts'
import { aliasWildcardOverlap } from './wildcard-overlap.ts'

export const aliasRules: readonly Rule[] = [
  aliasApexCname,
  aliasCloudfrontDomain,
  aliasDuplicate,
  aliasIpv6NeedsAaaa,
  aliasLowercase,
  aliasMultiTenant,
  aliasOnOtherDistribution,
  aliasStaging,
  aliasSyntax,
  aliasTooMany,
  aliasWildcardOverlap,
  aliasRecordZone,
  aliasRecordNotListed,
  aliasRecordElsewhere,
]
