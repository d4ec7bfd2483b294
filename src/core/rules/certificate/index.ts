import type { Rule } from '#core/rules/harness/rule.ts'
import { certificateAcmArnFormat } from './acm-arn-format.ts'
import { certificateAcmOtherAccount } from './acm-other-account.ts'
import { certificateAcmRegion } from './acm-region.ts'
import { certificateCnOnly } from './cn-only.ts'
import { certificateCustomWithoutAliases } from './custom-without-aliases.ts'
import { certificateDefaultWithAliases } from './default-with-aliases.ts'
import { certificateDefaultWithExtraFields } from './default-with-extra-fields.ts'
import { certificateDoesNotCoverAlias } from './does-not-cover-alias.ts'
import { certificateEmailValidation } from './email-validation.ts'
import { certificateEndsSoon } from './ends-soon.ts'
import { certificateExpired } from './expired.ts'
import { certificateHttpVersionMismatchShared } from './http-version-mismatch-shared.ts'
import { certificateIamIdVsArn } from './iam-id-vs-arn.ts'
import { certificateIamUsed } from './iam-used.ts'
import { certificateKeyEcdsa } from './key-ecdsa.ts'
import { certificateKeySizeRsa } from './key-size-rsa.ts'
import { certificateMinVersionEnum } from './min-version-enum.ts'
import { certificateMinVersionSni } from './min-version-sni.ts'
import { certificateMinVersionVip } from './min-version-vip.ts'
import { certificateSelfSigned } from './self-signed.ts'
import { certificateSourceExactlyOne } from './source-exactly-one.ts'
import { certificateSslMethodRequired } from './ssl-method-required.ts'
import { certificateStaticIpMethod } from './static-ip-method.ts'
import { certificateTls13Only } from './tls13-only.ts'
import { certificateVipCost } from './vip-cost.ts'
import { certificateVipQuota } from './vip-quota.ts'
import { certificateWeakTls } from './weak-tls.ts'

export const certificateRules: readonly Rule[] = [
  certificateAcmArnFormat,
  certificateAcmOtherAccount,
  certificateAcmRegion,
  certificateCnOnly,
  certificateCustomWithoutAliases,
  certificateDefaultWithAliases,
  certificateDefaultWithExtraFields,
  certificateDoesNotCoverAlias,
  certificateExpired,
  certificateHttpVersionMismatchShared,
  certificateIamIdVsArn,
  certificateIamUsed,
  certificateKeyEcdsa,
  certificateKeySizeRsa,
  certificateMinVersionEnum,
  certificateMinVersionSni,
  certificateMinVersionVip,
  certificateSelfSigned,
  certificateSourceExactlyOne,
  certificateSslMethodRequired,
  certificateStaticIpMethod,
  certificateTls13Only,
  certificateVipCost,
  certificateVipQuota,
  certificateWeakTls,
  certificateEmailValidation,
  certificateEndsSoon,
]
