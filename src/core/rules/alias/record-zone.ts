import { setAt } from '#core/model/edit.ts'
import { surelyOf } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { recordsIn } from '#core/rules/lookup/dns-records.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'

/** The zone of all distributions: .../AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html */
const zoneOfCloudFront = 'Z2FDTNDATAQYW2'

export const aliasRecordZone = defineRule({
  id: 'alias/record-zone',
  severity: 'error',
  sees: 'all',
  summary: 'A Route 53 alias record names another hosted zone than that of CloudFront.',
  why: 'The alias target of every distribution lies in the hosted zone Z2FDTNDATAQYW2; Route 53 refuses a record with another one.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html',
  code: null,

  *check({ document }) {
    for (const { id, path, fields } of recordsIn(document)) {
      const { AliasTarget: alias } = fields
      const host: unknown = valueAt(alias, ['DNSName'])
      const site = surelyOf(document, host, 'Distribution')
      const isNamed = /\.cloudfront\.net\.?$/i.test(textIn(host) ?? '')
      const zone = textIn(valueAt(alias, ['HostedZoneId']))
      if ((site === undefined && !isNamed) || zone === undefined || zone === zoneOfCloudFront) continue
      const place = [...path, 'AliasTarget', 'HostedZoneId']
      yield {
        path: place,
        message: `“${id}” leads to “${site ?? textIn(host)}” with the hosted zone “${zone}”, so Route 53 refuses it; the zone of distributions is ${zoneOfCloudFront}.`,
        fix: setAt(place, zoneOfCloudFront, `Use ${zoneOfCloudFront}`),
      }
    }
  },
})
