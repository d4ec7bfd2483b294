import type { Ref } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign, multiTenant } from '#fixtures/build-resources.ts'

const record = (DNSName: Ref) => foreign('AWS::Route53::RecordSet', { Type: 'A', AliasTarget: { DNSName } })

export const examples: RuleExamples = {
  valid: {
    'a connection group': multiTenant({}, { Record: record({ ref: 'Group', attribute: 'RoutingEndpoint' }) }),
    'a standard distribution': distribution({}, { Record: record({ ref: 'Site', attribute: 'DomainName' }) }),
  },
  invalid: {
    'an alias': multiTenant({}, { Record: record({ ref: 'Site', attribute: 'DomainName' }) }),
    'a CNAME': multiTenant(
      {},
      {
        Record: foreign('AWS::Route53::RecordSet', {
          Type: 'CNAME',
          ResourceRecords: [{ ref: 'Site', attribute: 'DomainName' }],
        }),
      },
    ),
  },
}
