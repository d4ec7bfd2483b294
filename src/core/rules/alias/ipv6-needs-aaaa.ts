import { distributionsIn } from '#core/model/distribution.ts'
import { isRef, known } from '#core/model/field.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasIpv6NeedsAaaa = defineRule({
  id: 'alias/ipv6-needs-aaaa',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'The distribution has IPv6, but its DNS name has no AAAA record.',
  why: 'An A record leads viewers to IPv4 addresses only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: null,

  *check({ document }) {
    const records = Object.entries(document.resources).flatMap(([id, { type, config }]) => {
      if (type !== 'AWS::Route53::RecordSet' && type !== 'AWS::Route53::RecordSetGroup') return []
      // A foreign resource's config is JSON in CloudFormation's words.
      const { RecordSets: sets } = config as { RecordSets?: unknown }
      return (Array.isArray(sets) ? sets : [config]).map(
        (record: { Name?: unknown; Type?: unknown; AliasTarget?: { DNSName?: unknown } }) => ({ id, record }),
      )
    })
    const targetOf = (record: { AliasTarget?: { DNSName?: unknown } }) => {
      const name = record.AliasTarget?.DNSName
      return isRef(name) ? name.ref : undefined
    }
    if (isAloneInFile(document)) return
    for (const { id, config } of distributionsIn(document)) {
      if (known(config.IsIPV6Enabled) !== true) continue
      const here = records.filter(({ record }) => targetOf(record) === id)
      const isOther = ({ Type: type }: { Type?: unknown }) => type !== 'A'
      for (const { id: recordId, record } of here) {
        if (
          isOther(record) ||
          here.some(
            (one) => isOther(one.record) && JSON.stringify(one.record.Name) === JSON.stringify(record.Name),
          )
        )
          continue
        yield {
          path: ['resources', recordId, 'config'],
          message: `“${id}” has IPv6 enabled and “${recordId}” gives viewers IPv4 addresses only; add an AAAA record with the same target.`,
        }
      }
    }
  },
})
