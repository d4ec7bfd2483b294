import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { readingFiles } from '#fixtures/build-around.ts'

const open = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: false,
    IgnorePublicAcls: false,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  },
}
const everybody = { Principal: '*' }

export const examples: RuleExamples = {
  valid: {
    'for CloudFront alone': readingFiles({}, open),
    'everybody, as far as the block lets them': readingFiles(everybody, {
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    }),
    'everybody under a condition': readingFiles(
      { ...everybody, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
      open,
    ),
    'a block that the deployment decides': readingFiles(everybody, {
      PublicAccessBlockConfiguration: { unknown: '!Ref Block', expression: { Ref: 'Block' } },
    }),
    'everybody may be refused': readingFiles({ ...everybody, Effect: 'Deny' }, open),
  },
  invalid: {
    'a bucket that says nothing of public access': readingFiles(everybody),
    'a policy for everybody': readingFiles(everybody, open),
    'a list for everybody': readingFiles({}, { AccessControl: 'PublicRead', ...open }),
  },
}
