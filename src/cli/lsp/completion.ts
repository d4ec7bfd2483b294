/** What can be written at a place: the values of an enumeration, policies, references, header names, fields. */

import type { Format } from '#core/formats/format.ts'
import { snakeCase } from '#core/formats/terraform/spelling.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import { fullName, managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKinds, resourceTypes } from '#core/resources/index.ts'
import { headerNames } from './header-names.ts'
import type { KeyAt } from './key-at.ts'
import { targetsIn } from './links.ts'

export interface Suggestion {
  readonly label: string
  /** What is written, where it is not the label. */
  readonly insert?: string
  readonly detail?: string
  readonly kind: 'value' | 'reference' | 'field'
}

/** CloudFormation, the API and Terraform differ in case and in underscores only. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

interface Known {
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

/** Values and fields by the plain name of the field that holds them, over every structure of the API. */
function walked(): Known {
  const values = new Map<string, Set<string>>()
  const fields = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, name: string, what: readonly string[]) =>
    to.set(plain(name), new Set([...(to.get(plain(name)) ?? []), ...what]))
  const walk = (name: string, shape: Shape): void => {
    if (shape.kind === 'list') walk(name, shape.of)
    else if (shape.kind === 'scalar') add(values, name, shape.values ?? [])
    else {
      add(fields, name, Object.keys(shape.fields))
      for (const [field, { shape: own }] of Object.entries(shape.fields))
        walk(field === 'Items' ? name : field, own)
    }
  }
  for (const type of resourceTypes)
    walk(resourceKinds[type].cloudFormation?.wrapper ?? type, resourceKinds[type].config)
  return { values, fields }
}

let walkedOnce: Known | undefined
function shapes(): Known {
  walkedOnce ??= walked()
  return walkedOnce
}

const policyTypes: ReadonlyMap<string, PolicyType> = new Map([
  ['cachepolicyid', 'CachePolicy'],
  ['originrequestpolicyid', 'OriginRequestPolicy'],
  ['responseheaderspolicyid', 'ResponseHeadersPolicy'],
])
/** Fields that take a resource of the design, beside the policies. */
const resourceFields: ReadonlyMap<string, readonly [type: ResourceType, attribute: string]> = new Map([
  ['originaccesscontrolid', ['OriginAccessControl', 'Id']],
  ['functionarn', ['Function', 'FunctionARN']],
  ['continuousdeploymentpolicyid', ['ContinuousDeploymentPolicy', 'Id']],
])

/** How a source names an attribute of another resource. */
function reference(format: Format | undefined, type: ResourceType, id: string, attribute: string): string {
  const terraform = resourceKinds[type].terraform?.type
  if (format?.syntax === 'hcl' && terraform) return `${terraform}.${id}.${attribute === 'Id' ? 'id' : 'arn'}`
  if (format?.syntax === 'json') return `{ "Fn::GetAtt": ["${id}", "${attribute}"] }`
  return `!GetAtt ${id}.${attribute}`
}

const ofType = (document: DesignDocument | undefined, type: ResourceType): readonly string[] =>
  Object.entries(document?.resources ?? {})
    .filter(([, resource]) => resource.type === type)
    .map(([id]) => id)

function references(context: Context, type: ResourceType, attribute: string): Suggestion[] {
  return ofType(context.document, type).map((id) => ({
    label: id,
    insert: reference(context.format, type, id, attribute),
    detail: resourceKinds[type].label,
    kind: 'reference',
  }))
}

export interface Context {
  /** As it was last read. */
  readonly document: DesignDocument | undefined
  readonly format: Format | undefined
}

const targetNames: readonly string[] = ['targetoriginid', 'originid']

const targets = ({ document }: Context): Suggestion[] =>
  (document ? distributionsIn(document) : [])
    .flatMap(targetsIn)
    .map(({ id, kind }) => ({ label: id, detail: kind, kind: 'reference' }))

const policies = (context: Context, type: PolicyType): Suggestion[] => [
  ...references(context, type, 'Id'),
  ...managedPolicies(type)
    .filter(({ attachable }) => attachable)
    .map(
      (policy): Suggestion => ({
        label: fullName(policy),
        insert: policy.id,
        detail: policy.id,
        kind: 'value',
      }),
    ),
]

/** A header's name is asked for in the lists of a policy's headers and of what an origin is sent. */
const isHeaderList = ({ key, around }: KeyAt): boolean =>
  ['headers', 'headername', 'accesscontrolallowheaders', 'accesscontrolexposeheaders'].includes(
    plain(key ?? ''),
  ) ||
  (plain(key ?? '') === 'items' && ['headers', 'headersconfig'].includes(plain(around[0] ?? '')))

function valuesFor(place: KeyAt, context: Context): Suggestion[] {
  const key = plain(
    place.key === 'Items' || place.key === 'items' ? (place.around[0] ?? '') : (place.key ?? ''),
  )
  const policy = policyTypes.get(key)
  if (policy) return policies(context, policy)
  const resource = resourceFields.get(key)
  if (resource) return references(context, ...resource)
  if (targetNames.includes(key)) return targets(context)
  if (isHeaderList(place)) return headerNames.map((label) => ({ label, kind: 'value' }))
  return [...(shapes().values.get(key) ?? [])].map((label) => ({ label, kind: 'value' }))
}

function fieldsFor({ around }: KeyAt, { format }: Context): Suggestion[] {
  const structure = around.map(plain).find((name) => shapes().fields.has(name))
  const isHcl = format?.syntax === 'hcl'
  return [...(shapes().fields.get(structure ?? '') ?? [])].map((name) => {
    const label = isHcl ? snakeCase(name) : name
    return { label, ...(!isHcl && { insert: `${label}: ` }), kind: 'field' }
  })
}

/** What fits at a place of the text. */
export const suggestionsAt = (place: KeyAt, context: Context): readonly Suggestion[] =>
  place.key === undefined ? fieldsFor(place, context) : valuesFor(place, context)
