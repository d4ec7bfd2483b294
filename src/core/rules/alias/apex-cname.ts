import { defineRule } from '#core/rules/harness/rule.ts'
import { recordsToDistributions } from '#core/rules/lookup/dns-records.ts'
import { foreignOf, textIn } from '#core/rules/lookup/foreign.ts'

const withoutDot = (name: string) => name.toLowerCase().replace(/\.$/, '')

export const aliasApexCname = defineRule({
  id: 'alias/apex-cname',
  severity: 'error',
  sees: 'all',
  summary: 'The zone apex points to CloudFront with a CNAME record.',
  why: 'DNS has no CNAME record at the apex of a zone, and Route 53 refuses it: an alias record does the same.',
  docs: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
  code: null,

  *check({ document }) {
    const zones = foreignOf(document, 'AWS::Route53::HostedZone').map(({ config }) => textIn(config['Name']))
    for (const { id, name, type, path, zoneName, distribution } of recordsToDistributions(document)) {
      if (type !== 'CNAME' || name === undefined) continue
      if (![...zones, zoneName].some((zone) => zone !== undefined && withoutDot(zone) === name)) continue
      yield {
        path: [...path, 'Type'],
        message: `“${id}” is a CNAME record at “${name}”, the apex of its zone, which Route 53 refuses; lead to “${distribution.id}” by an alias record of type A.`,
      }
    }
  },
})
