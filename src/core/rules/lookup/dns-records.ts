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

/** A record of a design, whatever it leads to. */
export interface AnyRecord {
  /** Of the resource that holds it. */
  readonly id: string
  readonly path: Path
  readonly name: string | undefined
  readonly type: string | undefined
  readonly zoneName: string | undefined
  readonly fields: Fields
  /** One of several for a name: weighted, by region or for failover. */
  readonly isSplit: boolean
  /** Where viewers are led; what is no address record leads nowhere. */
  readonly leadsTo: { readonly value: unknown } | 'unknown' | undefined
}

const plainName = (value: unknown) => textIn(value)?.toLowerCase().replace(/\.$/, '')

/** What a record leads to; undefined for one that holds other things than addresses. */
function targetOf(record: Fields): AnyRecord['leadsTo'] {
  const { AliasTarget: alias, ResourceRecords: values, Type: type } = record
  if (isExpression(type)) return 'unknown'
  if (!['A', 'AAAA', 'CNAME'].includes(textIn(type) ?? '')) return undefined
  if (isFields(alias)) return { value: alias['DNSName'] }
  const [only, ...others] = listIn(values) ?? []
  return only === undefined || others.length > 0 ? 'unknown' : { value: only }
}

function readAny(id: string, record: unknown, path: Path): AnyRecord[] {
  if (!isFields(record)) return []
  return [
    {
      id,
      path,
      name: plainName(record['Name']),
      type: textIn(record['Type']),
      zoneName: textIn(record['HostedZoneName']),
      fields: record,
      isSplit: record['SetIdentifier'] !== undefined,
      leadsTo: targetOf(record),
    },
  ]
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export function recordsIn(document: DesignDocument): readonly AnyRecord[] {
  const single = foreignOf(document, 'AWS::Route53::RecordSet').flatMap(({ id, config, path }) =>
    readAny(id, config, path),
  )
  const grouped = foreignOf(document, 'AWS::Route53::RecordSetGroup').flatMap(({ id, config, path }) =>
    (listIn(config['RecordSets']) ?? []).flatMap((record, index) =>
      readAny(id, record, [...path, 'RecordSets', index]).map((one) => ({
        ...one,
        zoneName: one.zoneName ?? textIn(config['HostedZoneName']),
      })),
    ),
  )
  return [...single, ...grouped]
}

/** The records of a design that lead to one of its distributions. */
export function recordsToDistributions(document: DesignDocument): readonly DnsRecord[] {
  const sites = distributionsIn(document)
  return recordsIn(document).flatMap(({ id, path, name, type, zoneName, fields }) => {
    const { AliasTarget: alias, ResourceRecords: values } = fields
    const named = isFields(alias) ? namedIn(alias['DNSName']) : (listIn(values) ?? []).flatMap(namedIn)
    const distribution = sites.find((site) => named.includes(site.id))
    if (!distribution) return []
    const target = isFields(alias) && {
      target: { zone: textIn(alias['HostedZoneId']), path: [...path, 'AliasTarget', 'HostedZoneId'] },
    }
    return [{ id, path, name, type, zoneName, ...target, distribution }]
  })
}
