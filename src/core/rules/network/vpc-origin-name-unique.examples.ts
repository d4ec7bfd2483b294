import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({
  type: 'VpcOrigin',
  config: {
    Name: 'internal',
    Arn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/internal/1234567890abcdef',
    HTTPPort: 80,
    HTTPSPort: 443,
    OriginProtocolPolicy: 'https-only',
  },
})
