import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { recordsToDistributions } from '#core/rules/lookup/dns-records.ts'

/** The zone of all distributions: .../AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html */
const zoneOfCloudFront = 'Z2FDTNDATAQYW2'

export const aliasRecordZone = defineRule({
  id: 'alias/record-zone',
  severity: 'error',
  summary: 'A Route 53 alias record names another hosted zone than that of CloudFront.',
  why: 'The alias target of every distribution lies in the hosted zone Z2FDTNDATAQYW2; Route 53 refuses a record with another one.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html',
  code: null,

  *check({ document }) {
    for (const { id, target, distribution } of recordsToDistributions(document)) {
      if (target?.zone === undefined || target.zone === zoneOfCloudFront) continue
      yield {
        path: target.path,
        message: `“${id}” leads to “${distribution.id}” with the hosted zone “${target.zone}”, so Route 53 refuses it; the zone of distributions is ${zoneOfCloudFront}.`,
        fix: setAt(target.path, zoneOfCloudFront, `Use ${zoneOfCloudFront}`),
      }
    }
  },
})
