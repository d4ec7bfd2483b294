import { distributionsIn } from '#core/model/distribution.ts'
import { insertAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { listIn } from '#core/rules/lookup/foreign.ts'
import { statementsIn, webAclOf } from '#core/rules/lookup/web-acl.ts'

const groupName = 'AWSManagedRulesKnownBadInputsRuleSet'

export const securityWafLog4j = defineRule({
  id: 'security/waf-log4j',
  severity: 'info',
  sees: 'all',
  profiles: ['security'],
  summary: 'The web ACL does not block known bad requests.',
  why: "AWS's managed group of known bad inputs stops requests that exploit Log4j, Spring and other holes in servers behind CloudFront; it costs nothing beside the rule itself.",
  docs: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_47'],

  *check({ document }) {
    const seen = new Set<string>()
    for (const { config } of distributionsIn(document)) {
      const acl = webAclOf(document, config)
      if (!acl || seen.has(acl.id)) continue
      seen.add(acl.id)
      const rules = listIn(acl.config['Rules'])
      if (!rules || rules.some(isExpression)) continue
      const statements = rules.flatMap((rule) => [...statementsIn(rule)])
      if (
        statements.some(({ statement }) => statement['Name'] === groupName || isExpression(statement['Name']))
      )
        continue
      const priorities = rules.map((rule) => Number(valueAt(rule, ['Priority'])) || 0)
      yield {
        path: [...acl.path, 'Rules'],
        message: `The web ACL “${acl.id}” lets requests through that exploit known holes such as Log4j’s; add “${groupName}”.`,
        suggestions: [
          insertAt(
            [...acl.path, 'Rules'],
            rules.length,
            {
              Name: 'KnownBadInputs',
              Priority: Math.max(-1, ...priorities) + 1,
              OverrideAction: { None: {} },
              Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: groupName } },
              VisibilityConfig: {
                SampledRequestsEnabled: true,
                CloudWatchMetricsEnabled: true,
                MetricName: 'KnownBadInputs',
              },
            },
            'Add the group of known bad inputs',
          ),
        ],
      }
    }
  },
})
