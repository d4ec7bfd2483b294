import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behindBalancer, guarded } from '#fixtures/build-around.ts'

const cidr = { unknown: '!Ref Range', expression: { Ref: 'Range' } }

export const examples: RuleExamples = {
  valid: {
    'the prefix list of CloudFront': behindBalancer(
      guarded({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-3b927c52' }),
    ),
    everybody: behindBalancer(guarded({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' })),
    'a range that the deployment decides': behindBalancer(
      guarded({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: cidr }),
    ),
    'groups of another stack': behindBalancer({}),
  },
  invalid: {
    'private addresses alone': behindBalancer(
      guarded({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' }),
    ),
    'another port': behindBalancer(
      guarded({ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }),
    ),
  },
}
