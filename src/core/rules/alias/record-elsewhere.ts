import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { knownItems } from '#core/model/field.ts'
import { surelyNamed } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { type AnyRecord, recordsIn, recordsToDistributions } from '#core/rules/lookup/dns-records.ts'
import { mayBeLeftOut } from '#core/rules/lookup/foreign.ts'

/** What answers viewers by itself. */
const servers =
  /^AWS::(?:ElasticLoadBalancing(?:V2)?::LoadBalancer|EC2::(?:Instance|EIP)|S3::Bucket|ApiGateway(?:V2)?::|ElasticBeanstalk::|Lightsail::)/

/** The server that a record leads all viewers to. */
function serverOf(
  document: DesignDocument,
  { id, fields, isSplit, leadsTo }: AnyRecord,
): LogicalId | undefined {
  const zone = fields['HostedZoneId']
  // A private zone leads its own network past CloudFront, on purpose.
  const isPrivate =
    /private|internal/i.test(JSON.stringify(zone ?? '')) ||
    valueAt(document.resources[surelyNamed(zone) ?? '']?.config, ['VPCs']) !== undefined
  if (isSplit || isPrivate || mayBeLeftOut(document, id) || typeof leadsTo !== 'object') return undefined
  const target = surelyNamed(leadsTo.value)
  return target !== undefined && servers.test(document.resources[target]?.type ?? '') ? target : undefined
}

export const aliasRecordElsewhere = defineRule({
  id: 'alias/record-elsewhere',
  severity: 'warning',
  sees: 'all',
  summary: 'The DNS record of an alternate domain name leads past CloudFront.',
  why: 'Listing a name in a distribution moves no viewer: they go where the DNS record of the name leads. Where that is the origin, nothing of the distribution works for them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CreatingCNAME.html',
  code: null,

  *check({ document }) {
    const records = recordsIn(document)
    const right = new Set(recordsToDistributions(document).map(({ name }) => name))
    for (const { id: site, config } of distributionsIn(document)) {
      const names = knownItems(config.Aliases).map((name) => name.toLowerCase())
      for (const record of records) {
        const { id, path, name } = record
        if (name === undefined || !names.includes(name) || right.has(name)) continue
        // Another record of the name, which only the deployment decides, may be the right one.
        if (records.some((one) => one.name === name && one.leadsTo === 'unknown')) continue
        const target = serverOf(document, record)
        if (target === undefined) continue
        yield {
          path,
          message: `“${id}” leads “${name}” to “${target}”, and “${site}” lists the name, so viewers never reach CloudFront; lead it to the domain name of the distribution.`,
        }
      }
    }
  },
})
