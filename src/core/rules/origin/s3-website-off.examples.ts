import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const site = (bucket: object) =>
  distribution(
    {
      Origins: [
        customOrigin('site', {
          DomainName: {
            unknown: '!Select [2, !Split ["/", !GetAtt Files.WebsiteURL]]',
            expression: {
              'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Files', 'WebsiteURL'] }] }],
            },
            like: 'files.s3-website-us-east-1.amazonaws.com',
            refs: ['Files'],
          },
        }),
      ],
    },
    { Files: foreign('AWS::S3::Bucket', bucket) },
  )

export const examples: RuleExamples = {
  valid: {
    'a website': site({ WebsiteConfiguration: { IndexDocument: 'index.html' } }),
    'one that the deployment decides': site({
      WebsiteConfiguration: { unknown: '!If …', expression: { 'Fn::If': [] }, mayBeAbsent: true },
    }),
  },
  invalid: { 'no website': site({}) },
}
