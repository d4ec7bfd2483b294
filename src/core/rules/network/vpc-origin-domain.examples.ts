import type { DesignDocument, Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const app = (DomainName?: Origin['DomainName']): DesignDocument =>
  distribution({
    Origins: [
      {
        key: 'app',
        Id: 'app',
        ...(DomainName !== undefined && { DomainName }),
        VpcOriginConfig: { VpcOriginId: 'vo_1' },
      } as Origin,
    ],
  })

export const examples: RuleExamples = {
  valid: {
    named: app('internal-app-1234567890.eu-west-1.elb.amazonaws.com'),
    'of a resource': app({ ref: 'LoadBalancer', attribute: 'DNSName' }),
    'no VPC origin': distribution(),
  },
  invalid: {
    none: app(),
    empty: app(''),
  },
}
