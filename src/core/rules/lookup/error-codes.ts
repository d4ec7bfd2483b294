/**
 * Every error that the CloudFront API's create, update and delete operations name, and who decides it beforehand.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/CommonErrors.html
 */
import { tableOf } from '#core/ground/names.ts'
import { linkTo } from '#core/rules/harness/page.ts'
import type { Rule } from '#core/rules/harness/rule.ts'

const another =
  'The API compares with what the account holds already; the plan finds it by name and updates it instead.'
const inUse =
  'Only deletion meets it, and only the account knows every user; the plan deletes users before what they use.'
const missing =
  'Only the account knows whether an id that the design does not define exists; the plan says what it could not read.'
const streaming = 'RTMP distributions ended in 2020; designs hold none.'
const order = 'It depends on the state of the moment; the plan disables, waits and deletes in this order.'
const stale = 'It depends on who else edits meanwhile; apply sends If-Match and tells what changed.'

/** Why no rule decides an error code; codes that a rule names are not here. */
export const undecidedErrorCodes: Readonly<Record<string, string>> = tableOf({
  InvalidOrigin:
    'CloudFront is seen to answer InvalidArgument for the origins that the rules of origin/s3-* find.',
  TooManyCookiesInOriginRequestPolicy:
    'Found by origin-request-policy/counts, which names the code for headers.',
  TooManyQueryStringsInOriginRequestPolicy:
    'Found by origin-request-policy/counts, which names the code for headers.',
  TooManyFunctionAssociations:
    'Found by function/event-duplicate: two viewer events leave no place for a third function.',
  BatchTooLarge: 'The API refuses the request as a whole; apply sends one resource at a time.',
  CachePolicyInUse: inUse,
  CannotChangeImmutablePublicKeyFields:
    'It needs the key as it was: the plan replaces the key instead of changing its text.',
  CannotDeleteEntityWhileInUse: inUse,
  CannotUpdateEntityWhileInUse: order,
  CloudFrontOriginAccessIdentityAlreadyExists: another,
  CloudFrontOriginAccessIdentityInUse: inUse,
  ContinuousDeploymentPolicyAlreadyExists: another,
  DistributionAlreadyExists:
    'The caller reference decides; the plan finds the distribution by it and updates it.',
  DistributionNotDisabled: order,
  FieldLevelEncryptionConfigAlreadyExists: another,
  FieldLevelEncryptionConfigInUse: inUse,
  FieldLevelEncryptionProfileInUse: inUse,
  FieldLevelEncryptionProfileSizeExceeded:
    'AWS publishes no number for the size of a profile; its parts are counted by the quota rules.',
  FunctionInUse: inUse,
  IllegalDelete: inUse,
  IllegalUpdate:
    'It concerns fields that cannot change after creation (CallerReference); the plan never changes them.',
  InconsistentQuantities:
    'Quantity is derived in this model: reading a DistributionConfig whose Quantity differs from its Items says so, and writing counts anew.',
  InvalidIfMatchVersion: stale,
  InvalidRequiredProtocol: 'It concerns RTMP distributions and a field that no present shape has.',
  MissingBody: 'Requests are built from the model and always have their body.',
  NoSuchCloudFrontOriginAccessIdentity: missing,
  NoSuchContinuousDeploymentPolicy: missing,
  NoSuchDistribution: missing,
  NoSuchFunctionExists: missing,
  NoSuchInvalidation: 'It is an answer about an invalidation that was asked for, not about a design.',
  NoSuchMonitoringSubscription: missing,
  NoSuchOriginAccessControl: missing,
  NoSuchPublicKey: missing,
  NoSuchResource: missing,
  NoSuchStreamingDistribution: streaming,
  OriginAccessControlInUse: inUse,
  OriginRequestPolicyInUse: inUse,
  PreconditionFailed: stale,
  PublicKeyInUse: inUse,
  RealtimeLogConfigInUse: inUse,
  RealtimeLogConfigOwnerMismatch: 'Only the account knows who owns the configuration of an ARN.',
  ResourceInUse: inUse,
  ResourceNotDisabled: order,
  ResponseHeadersPolicyInUse: inUse,
  StreamingDistributionAlreadyExists: streaming,
  StreamingDistributionNotDisabled: streaming,
  TooManyDistributionsWithFunctionAssociations:
    'It counts the distributions of the whole account, most of which no design holds.',
  TooManyFieldLevelEncryptionContentTypeProfiles:
    'The API takes one content type (application/x-www-form-urlencoded), so a design cannot exceed it.',
  TooManyStreamingDistributionCNAMEs: streaming,
  TooManyStreamingDistributions: streaming,
  UnsupportedOperation: 'It depends on the Region and edition of the endpoint that is called.',
})

/** The table of error codes as Markdown. `codes` are the names of the API's errors. */
export function errorCodeTable(codes: readonly string[], rules: readonly Rule[]): string {
  const rows = codes.map((code) => {
    const deciding = rules.filter((rule) => rule.code === code)
    const words = deciding.map(linkTo).join(', ')
    return `| \`${code}\` | ${words === '' ? 'no' : words} | ${undecidedErrorCodes[code] ?? ''} |`
  })
  return [
    '# Errors of the CloudFront API',
    '',
    `Generated by \`npm run docs\` from the SDK's error classes: ${codes.length} errors.`,
    '',
    '| error | decided offline by | why not |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
