import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const document = distribution({
  Origins: [
    { key: 'app', Id: 'app', DomainName: 'internal.example.com', VpcOriginConfig: { VpcOriginId: 'vo_1' } },
  ],
})

export const examples: RuleExamples = {
  valid: {
    deployed: { document, account: { vpcOrigins: [{ Id: 'vo_1', Status: 'Deployed' }] } },
    'nothing known': document,
  },
  invalid: {
    deploying: { document, account: { vpcOrigins: [{ Id: 'vo_1', Status: 'Deploying' }] } },
  },
}
