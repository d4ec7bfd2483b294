import type { Rule } from '#core/rules/rule.ts'
import { certificateAcmArnFormat } from './acm-arn-format.ts'
import { certificateAcmRegion } from './acm-region.ts'
import { certificateDefaultWithAliases } from './default-with-aliases.ts'
import { certificateDoesNotCoverAlias } from './does-not-cover-alias.ts'
import { certificateMinVersionEnum } from './min-version-enum.ts'
import { certificateMinVersionSni } from './min-version-sni.ts'
import { certificateSourceExactlyOne } from './source-exactly-one.ts'
import { certificateSslMethodRequired } from './ssl-method-required.ts'
import { certificateWeakTls } from './weak-tls.ts'

export const certificateRules: readonly Rule[] = [
  certificateAcmArnFormat,
  certificateAcmRegion,
  certificateDefaultWithAliases,
  certificateDoesNotCoverAlias,
  certificateMinVersionEnum,
  certificateMinVersionSni,
  certificateSourceExactlyOne,
  certificateSslMethodRequired,
  certificateWeakTls,
]
