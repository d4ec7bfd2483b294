import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const associated = (ResourceArn: unknown) =>
  distribution(
    {},
    {
      Balancer: foreign('AWS::ElasticLoadBalancingV2::LoadBalancer', {}),
      Association: foreign('AWS::WAFv2::WebACLAssociation', { WebACLArn: 'arn', ResourceArn }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'a load balancer': associated({ ref: 'Balancer' }),
    'what the deployment decides': associated({ unknown: '!Ref Arn', expression: { Ref: 'Arn' } }),
  },
  invalid: {
    'a distribution': associated({
      unknown: '!Sub …',
      expression: { 'Fn::Sub': 'distribution/…' },
      refs: ['Site'],
    }),
    'the ARN of one': associated('arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE'),
  },
}
