/**
 * What stands around a site and is not CloudFront's: buckets, certificates and records. It is made where a person asks
 * for it, a step each, and the journal remembers what was made, so that later plans know its values.
 */
import type { DesignDocument, ForeignResource, LogicalId } from '#core/model/document.ts'
import { isRef, type Json, known } from '#core/model/field.ts'
import { isDeployable } from './order.ts'
import type { LiveResources } from './resolve.ts'
import { isSameScope, type Scope } from './scope.ts'

/** A line of the journal beside those of CloudFront's resources. */
export interface Made {
  readonly made: 'bucket' | 'certificate'
  readonly resource: LogicalId
  /** The bucket's name, the certificate's ARN. */
  readonly value: string
  readonly status: 'begun' | 'done'
  readonly at: string
  readonly in: Scope
}

/** What was made in an account, the latest of each resource; what was begun keeps its name for the next run. */
export function madeIn(text: string, scope: Scope): readonly Made[] {
  const made = new Map<LogicalId, Made>()
  for (const line of text.split('\n')) {
    if (!line.includes('"made"')) continue
    try {
      // Frontage writes these lines; one that was torn off is no JSON.
      const one = JSON.parse(line) as Partial<Made>
      if (one.in && isSameScope(one.in, scope) && one.resource !== undefined)
        made.set(one.resource, one as Made)
    } catch {
      // The run ended while it wrote this line.
    }
  }
  return [...made.values()]
}

/** What `Ref` (the empty name) and `Fn::GetAtt` give of what was made, in us-east-1. */
function valuesOf({ made, value }: Pick<Made, 'made' | 'value'>): ReadonlyMap<string, string> {
  if (made === 'certificate') return new Map([['', value]])
  return new Map([
    ['', value],
    ['Arn', `arn:aws:s3:::${value}`],
    ['DomainName', `${value}.s3.amazonaws.com`],
    ['RegionalDomainName', `${value}.s3.us-east-1.amazonaws.com`],
  ])
}

/** The design with the values of what was made, or is about to be. */
export function boundTo(
  document: DesignDocument,
  made: readonly Pick<Made, 'made' | 'resource' | 'value'>[],
): DesignDocument {
  if (made.length === 0) return document
  const values = new Map(made.map((one) => [one.resource, valuesOf(one)]))
  const bind = (value: unknown): unknown => {
    if (isRef(value)) return values.get(value.ref)?.get(value.attribute ?? '') ?? value
    if (Array.isArray(value)) return value.map(bind)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, bind(child)]))
  }
  const resources = Object.entries(document.resources).map(([id, one]) => [
    id,
    isDeployable(one.type) ? bind(one) : one,
  ])
  // Only references become texts, so each resource keeps its shape.
  return { ...document, resources: Object.fromEntries(resources) as DesignDocument['resources'] }
}

const ofType = (
  { resources }: DesignDocument,
  type: string,
): readonly (readonly [LogicalId, ForeignResource])[] =>
  Object.entries(resources).flatMap(([id, one]) =>
    // A type with “::” is no resource of CloudFront's own.
    // What was read in part is made by what it was read from.
    one.type === type && !('isPartial' in one) ? [[id, one as ForeignResource] as const] : [],
  )
const textAt = (config: ForeignResource['config'], name: string): string | undefined => {
  const value: Json | undefined = known(config[name])
  return typeof value === 'string' && value !== '' ? value : undefined
}

export interface WantedBucket {
  readonly resource: LogicalId
  /** Where the design says one. */
  readonly name: string | undefined
  /** CloudFront writes standard logs by access control lists, which such a bucket must allow. */
  readonly isForLogs: boolean
}
/** The buckets of a design. */
export const wantedBuckets = (document: DesignDocument): readonly WantedBucket[] =>
  ofType(document, 'AWS::S3::Bucket').map(([resource, { config }]) => {
    const logs = Object.values(document.resources).map((one) =>
      one.type === 'Distribution' ? JSON.stringify((one.config as { Logging?: unknown }).Logging ?? '') : '',
    )
    const isForLogs = logs.some((logging) => logging.includes(`"ref":${JSON.stringify(resource)}`))
    return { resource, name: textAt(config, 'BucketName'), isForLogs }
  })

export interface WantedCertificate {
  readonly resource: LogicalId
  readonly names: readonly string[]
}
/** The certificates of a design whose names are known. */
export const wantedCertificates = (document: DesignDocument): readonly WantedCertificate[] =>
  ofType(document, 'AWS::CertificateManager::Certificate').flatMap(([resource, { config }]) => {
    const name = textAt(config, 'DomainName')
    const others = known(config['SubjectAlternativeNames'])
    const more = Array.isArray(others) ? others.filter((one): one is string => typeof one === 'string') : []
    return name === undefined ? [] : [{ resource, names: [...new Set([name, ...more])] }]
  })

export interface WantedRecord {
  readonly distribution: LogicalId
  readonly name: string
  /** The distribution's own host name. */
  readonly target: string
  readonly types: readonly ('A' | 'AAAA')[]
}
/** The alias records that lead viewers to the distributions of a design, once those are there. */
export function wantedRecords({ resources }: DesignDocument, live: LiveResources): readonly WantedRecord[] {
  return Object.entries(resources).flatMap(([distribution, one]) => {
    const target = Object.hasOwn(live, distribution) ? live[distribution]?.domainName : undefined
    if (one.type !== 'Distribution' || target === undefined) return []
    // The type says which config it has.
    const { Aliases: names, IsIPV6Enabled: hasV6 } = one.config as {
      Aliases?: unknown
      IsIPV6Enabled?: unknown
    }
    const types = hasV6 === false ? (['A'] as const) : (['A', 'AAAA'] as const)
    return (Array.isArray(names) ? names : []).flatMap((name: unknown) =>
      typeof name === 'string' ? [{ distribution, name, target, types }] : [],
    )
  })
}

/** A name that nobody else has: buckets share one space of names all over the world. */
export const bucketNameFor = (resource: LogicalId, random: string): string =>
  `${
    resource
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, 40) || 'site'
  }-${random.toLowerCase()}`
