/** What of a web ACL is billed: https://aws.amazon.com/waf/pricing/ */
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isRef, isSaid, isUnknown } from '#core/model/field.ts'
import { listIn } from '#core/rules/lookup/foreign.ts'
import { statementsIn, webAclOf } from '#core/rules/lookup/web-acl.ts'

export interface WebAclFacts {
  readonly name: string
  /** Null where the web ACL stands elsewhere, so that nobody here can count them. */
  readonly rules: number | null
  /** Managed rule groups that have a price of their own. */
  readonly pricedGroups: readonly string[]
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html: those billed by themselves. */
const priced: ReadonlySet<unknown> = new Set([
  'AWSManagedRulesBotControlRuleSet',
  'AWSManagedRulesATPRuleSet',
  'AWSManagedRulesACFPRuleSet',
  'AWSManagedRulesAntiDDoSRuleSet',
])

export function webAclFacts(document: DesignDocument, config: DistributionConfig): WebAclFacts | null {
  const { WebACLId: field } = config
  if (!isSaid(field)) return null
  const acl = webAclOf(document, config)
  if (!acl) {
    const name = isRef(field) ? field.ref : isUnknown(field) ? field.unknown : String(field)
    return { name, rules: null, pricedGroups: [] }
  }
  const groups = [...statementsIn(acl.config['Rules'])]
    .filter(({ name }) => name === 'ManagedRuleGroupStatement')
    .map(({ statement }) => statement)
  return {
    name: acl.id,
    rules: listIn(acl.config['Rules'])?.length ?? null,
    pricedGroups: groups
      .filter(
        ({ Name: name, VendorName: vendor }) =>
          priced.has(name) || (vendor !== undefined && vendor !== 'AWS'),
      )
      .map(({ Name: name }) => String(name)),
  }
}
