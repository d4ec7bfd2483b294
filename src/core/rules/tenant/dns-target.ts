import { isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignOf, listIn, type PlacedForeign } from '#core/rules/lookup/foreign.ts'
import { isMultiTenant } from '#core/rules/lookup/tenant-links.ts'

function targetsOf(config: PlacedForeign['config']): { value: unknown; at: Path }[] {
  // A foreign resource's config is JSON in CloudFormation's words.
  const alias = config['AliasTarget'] as { DNSName?: unknown } | undefined
  const records = listIn(config['ResourceRecords']) ?? []
  return [
    ...(alias?.DNSName === undefined ? [] : [{ value: alias.DNSName, at: ['AliasTarget', 'DNSName'] }]),
    ...records.map((value, index) => ({ value, at: ['ResourceRecords', index] })),
  ]
}

export const tenantDnsTarget = defineRule({
  id: 'tenant/dns-target',
  severity: 'info',
  sees: 'all',
  summary: "A tenant's domain names need a DNS record to a connection group.",
  why: 'A multi-tenant distribution serves nothing under its own name; DNS records name the routing endpoint of the connection group.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of foreignOf(document, 'AWS::Route53::RecordSet'))
      for (const { value, at } of targetsOf(config)) {
        const target = isRef(value) ? document.resources[value.ref] : undefined
        if (!isRef(value) || target?.type !== 'Distribution' || !isMultiTenant(target.config)) continue
        yield {
          path: [...path, ...at],
          message: `The record “${id}” points to the multi-tenant distribution “${value.ref}”, which serves nothing under its own name; point it to the routing endpoint of the connection group.`,
        }
      }
  },
})
