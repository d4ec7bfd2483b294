import type { Rule } from '#core/rules/harness/rule.ts'
import { accessBucketPolicyNoMatch } from './bucket-policy-no-match.ts'
import { accessBucketPublic } from './bucket-public.ts'
import { accessKeyGroupEmpty } from './key-group-empty.ts'
import { accessKeyGroupKeyUnknown } from './key-group-key-unknown.ts'
import { accessKeyGroupKeys } from './key-group-keys.ts'
import { accessKeyGroupNameUnique } from './key-group-name-unique.ts'
import { accessKeyGroupSingleKey } from './key-group-single-key.ts'
import { accessKeyGroupUnknown } from './key-group-unknown.ts'
import { accessKeyGroupsPerBehavior } from './key-groups-per-behavior.ts'
import { accessOacAmzAuthNonLambda } from './oac-amz-auth-non-lambda.ts'
import { accessOacAndOai } from './oac-and-oai.ts'
import { accessOacBucketPolicy } from './oac-bucket-policy.ts'
import { accessOacHostUnsupported } from './oac-host-unsupported.ts'
import { accessOacKms } from './oac-kms.ts'
import { accessOacLambdaAuthtype } from './oac-lambda-authtype.ts'
import { accessOacLambdaWriteMethods } from './oac-lambda-write-methods.ts'
import { accessOacMissingLambda } from './oac-missing-lambda.ts'
import { accessOacMissingS3 } from './oac-missing-s3.ts'
import { accessOacName } from './oac-name.ts'
import { accessOacNameUnique } from './oac-name-unique.ts'
import { accessOacNever } from './oac-never.ts'
import { accessOacNoOverrideAuthorization } from './oac-no-override-authorization.ts'
import { accessOacOnVpcOrGroup } from './oac-on-vpc-or-group.ts'
import { accessOacPolicyOtherDistribution } from './oac-policy-other-distribution.ts'
import { accessOacS3configEmptyOai } from './oac-s3config-empty-oai.ts'
import { accessOacSigningBehavior } from './oac-signing-behavior.ts'
import { accessOacSigningProtocol } from './oac-signing-protocol.ts'
import { accessOacTypeMismatch } from './oac-type-mismatch.ts'
import { accessOacUnknown } from './oac-unknown.ts'
import { accessOacUnused } from './oac-unused.ts'
import { accessOaiBucketPolicy } from './oai-bucket-policy.ts'
import { accessOaiCanonicalUser } from './oai-canonical-user.ts'
import { accessOaiFormat } from './oai-format.ts'
import { accessOaiLegacy } from './oai-legacy.ts'
import { accessOaiLimitations } from './oai-limitations.ts'
import { accessOaiMultiTenant } from './oai-multi-tenant.ts'
import { accessOaiOnCustom } from './oai-on-custom.ts'
import { accessPublicKeyNameUnique } from './public-key-name-unique.ts'
import { accessPublicKeyPem } from './public-key-pem.ts'
import { accessPublicKeyPrivate } from './public-key-private.ts'
import { accessPublicKeyType } from './public-key-type.ts'
import { accessSignedDefaultOpen } from './signed-default-open.ts'
import { accessSignedErrorPage } from './signed-error-page.ts'
import { accessSignedIpv6IpCondition } from './signed-ipv6-ip-condition.ts'
import { accessSignedOptionsPreflight } from './signed-options-preflight.ts'
import { accessSignedOriginOpen } from './signed-origin-open.ts'
import { accessSignedOverHttp } from './signed-over-http.ts'
import { accessSignedReservedQuery } from './signed-reserved-query.ts'
import { accessSignersBoth } from './signers-both.ts'
import { accessSignersEnabledMismatch } from './signers-enabled-mismatch.ts'
import { accessTrustedSignersFormat } from './trusted-signers-format.ts'
import { accessTrustedSignersLegacy } from './trusted-signers-legacy.ts'
import { accessTrustedSignersMultiTenant } from './trusted-signers-multi-tenant.ts'

export const accessRules: readonly Rule[] = [
  accessKeyGroupEmpty,
  accessKeyGroupKeys,
  accessKeyGroupSingleKey,
  accessKeyGroupUnknown,
  accessKeyGroupsPerBehavior,
  accessOacAmzAuthNonLambda,
  accessOacAndOai,
  accessOacBucketPolicy,
  accessOacHostUnsupported,
  accessOacKms,
  accessOacLambdaAuthtype,
  accessOacLambdaWriteMethods,
  accessOacMissingLambda,
  accessOacMissingS3,
  accessOacName,
  accessOacNever,
  accessOacNoOverrideAuthorization,
  accessOacOnVpcOrGroup,
  accessOacS3configEmptyOai,
  accessOacSigningBehavior,
  accessOacSigningProtocol,
  accessOacTypeMismatch,
  accessOacUnknown,
  accessOacUnused,
  accessOaiFormat,
  accessOaiLegacy,
  accessOaiLimitations,
  accessOaiMultiTenant,
  accessOaiOnCustom,
  accessPublicKeyPem,
  accessPublicKeyPrivate,
  accessPublicKeyType,
  accessSignedDefaultOpen,
  accessSignedErrorPage,
  accessSignedIpv6IpCondition,
  accessSignedOptionsPreflight,
  accessSignedOriginOpen,
  accessSignedOverHttp,
  accessSignedReservedQuery,
  accessSignersBoth,
  accessSignersEnabledMismatch,
  accessTrustedSignersLegacy,
  accessTrustedSignersMultiTenant,
  accessOacNameUnique,
  accessPublicKeyNameUnique,
  accessKeyGroupNameUnique,
  accessKeyGroupKeyUnknown,
  accessTrustedSignersFormat,
  accessOaiBucketPolicy,
  accessOacPolicyOtherDistribution,
  accessOaiCanonicalUser,
  accessBucketPolicyNoMatch,
  accessBucketPublic,
]
