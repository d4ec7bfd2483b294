/** The Route 53 records of a design that lead to its distributions. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { foreignOf, listIn, namedIn, textIn } from './foreign.ts'
import type { PlacedDistribution } from './walk.ts'

export interface DnsRecord {
  /** Of the resource that holds it. */
  readonly id: string
  /** Of the record. */
  readonly path: Path
  /** In small letters and without the final dot; undefined where the deployment decides it. */
  readonly name: string | undefined
  readonly type: string | undefined
  /** The zone's name, where the record says it. */
  readonly zoneName: string | undefined
  /** An alias record has a target, with the zone that it lies in; others have values. */
  readonly target?: { readonly zone: string | undefined; readonly path: Path }
  readonly distribution: PlacedDistribution
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !isExpression(value)

const plainName = (value: unknown) => textIn(value)?.toLowerCase().replace(/\.$/, '')

function readRecord(
  sites: readonly PlacedDistribution[],
  id: string,
  record: unknown,
  path: Path,
): DnsRecord | undefined {
  if (!isFields(record)) return undefined
  const { AliasTarget: alias, ResourceRecords: values } = record
  const named = isFields(alias) ? namedIn(alias['DNSName']) : (listIn(values) ?? []).flatMap(namedIn)
  const distribution = sites.find((site) => named.includes(site.id))
  if (!distribution) return undefined
  return {
    id,
    path,
    name: plainName(record['Name']),
    type: textIn(record['Type']),
    zoneName: textIn(record['HostedZoneName']),
    ...(isFields(alias) && {
      target: { zone: textIn(alias['HostedZoneId']), path: [...path, 'AliasTarget', 'HostedZoneId'] },
    }),
    distribution,
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export function recordsToDistributions(document: DesignDocument): readonly DnsRecord[] {
  const sites = distributionsIn(document)
  const single = foreignOf(document, 'AWS::Route53::RecordSet').map(({ id, config, path }) =>
    readRecord(sites, id, config, path),
  )
  const grouped = foreignOf(document, 'AWS::Route53::RecordSetGroup').flatMap(({ id, config, path }) =>
    (listIn(config['RecordSets']) ?? []).map((record, index) =>
      readRecord(sites, id, record, [...path, 'RecordSets', index]),
    ),
  )
  return [...single, ...grouped].filter((record) => record !== undefined)
}
