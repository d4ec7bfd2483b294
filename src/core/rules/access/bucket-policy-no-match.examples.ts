import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { readingFiles } from '#fixtures/build-around.ts'

const sub = (text: string) => ({ unknown: `!Sub ${text}`, expression: { 'Fn::Sub': text }, refs: ['Site'] })
const from = (arn: unknown, operator = 'StringEquals') =>
  readingFiles({ Condition: { [operator]: { 'AWS:SourceArn': arn } } })
const account = '111122223333'

export const examples: RuleExamples = {
  valid: {
    'the ARN of a distribution': from(`arn:aws:cloudfront::${account}:distribution/EDFDVBD6EXAMPLE`),
    'a composed ARN': from(sub(`arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Site}`)),
    'an ARN that the deployment decides': from({ unknown: '!Ref Arn', expression: { Ref: 'Arn' } }),
    'a pattern': from(`arn:aws:cloudfront::${account}:distribution/*`, 'ArnLike'),
    'one of two': from(['EDFDVBD6EXAMPLE', `arn:aws:cloudfront::${account}:distribution/EDFDVBD6EXAMPLE`]),
    'no condition': readingFiles(),
    'the bucket, to list it': readingFiles({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::files' }),
    'someone else': readingFiles({ Principal: { AWS: '*' }, Resource: 'arn:aws:s3:::files' }),
  },
  invalid: {
    'the id of a distribution': from({ ref: 'Site' }),
    'an ARN without an account': from(sub(`arn:aws:cloudfront:::distribution/\${Site}`)),
    'an ARN with a region': from(`arn:aws:cloudfront:us-east-1:${account}:distribution/EDFDVBD6EXAMPLE`),
    'an ARN without its kind': from(sub(`arn:aws:cloudfront::\${AWS::AccountId}:\${Site}`)),
    'a pattern, compared as it is': from(`arn:aws:cloudfront::${account}:distribution/*`),
    'the bucket alone': readingFiles({ Resource: { ref: 'Files', attribute: 'Arn' } }),
  },
}
