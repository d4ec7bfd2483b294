import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { arnOf } from '#core/rules/lookup/foreign.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const protectedBy = (ResourceArn: unknown) =>
  distribution({}, { Protection: foreign('AWS::Shield::Protection', { Name: 'site', ResourceArn }) })

export const examples: RuleExamples = {
  valid: {
    'a composed ARN': protectedBy(arnOf('Site')),
    'the ARN of Terraform': protectedBy({ ref: 'Site', attribute: 'Arn' }),
    'an ARN that the deployment decides': protectedBy({ unknown: '!Ref Arn', expression: { Ref: 'Arn' } }),
  },
  invalid: {
    'the id': protectedBy({ ref: 'Site' }),
    'the domain name': protectedBy({ ref: 'Site', attribute: 'DomainName' }),
  },
}
