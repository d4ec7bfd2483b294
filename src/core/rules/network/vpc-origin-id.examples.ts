import type { DesignDocument, Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, oac } from '#fixtures/build.ts'

const app = (VpcOriginConfig: Origin['VpcOriginConfig']): DesignDocument =>
  distribution(
    {
      Origins: [
        {
          key: 'app',
          Id: 'app',
          DomainName: 'internal.example.com',
          ...(VpcOriginConfig && { VpcOriginConfig }),
        },
      ],
    },
    {
      Private: {
        type: 'VpcOrigin',
        config: {
          Name: 'private',
          Arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef',
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
        },
      },
      Other: oac,
    },
  )

export const examples: RuleExamples = {
  valid: {
    'an id': app({ VpcOriginId: 'vo_BQwjxxQxjCaBcQLzJUFkDM' }),
    'one of the design': app({ VpcOriginId: { ref: 'Private' } }),
    'left to the deployment': app({
      VpcOriginId: { unknown: '!ImportValue vpc-origin', expression: { 'Fn::ImportValue': 'vpc-origin' } },
    }),
    'of the account': {
      document: app({ VpcOriginId: 'vo_1' }),
      account: { vpcOrigins: [{ Id: 'vo_1', Status: 'Deployed' }] },
    },
    'shared by another account': {
      document: app({ VpcOriginId: 'vo_2', OwnerAccountId: '444455556666' }),
      account: { vpcOrigins: [{ Id: 'vo_1', Status: 'Deployed' }] },
    },
  },
  invalid: {
    'an ARN': app({
      VpcOriginId: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/1',
    }),
    empty: app({ VpcOriginId: '' }),
    'another resource': app({ VpcOriginId: { ref: 'Other' } }),
    'not of the account': {
      document: app({ VpcOriginId: 'vo_2' }),
      account: { vpcOrigins: [{ Id: 'vo_1', Status: 'Deployed' }] },
    },
  },
}
