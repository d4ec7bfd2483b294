/** The document's shape in CloudFormation's spelling: the shape table walked the other way. */
import { loggingOff } from '#core/formats/implied.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument, ForeignResource, Resource } from '#core/model/document.ts'
import { isExpression, isRef } from '#core/model/field.ts'
import type { List, Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceKind, resourceKinds } from '#core/resources/index.ts'
import { refExpression } from './canonical-ref.ts'

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const identityPrefix = 'origin-access-identity/cloudfront/'

/** The CloudFormation type of a resource in a design. */
export const templateType = (resource: Resource): string | undefined =>
  resource.type.includes('::') ? resource.type : resourceKind(resource.type)?.cloudFormation?.type

/** A call of an intrinsic function; anything else cannot be written as an expression. */
const isCall = (value: unknown): boolean =>
  isMap(value) &&
  Object.keys(value).every((key) => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'))

/** True for an expression that names a parameter, a condition or a mapping, which a new template does not have. */
function leansOnTemplate(expression: Tree, document: DesignDocument): boolean {
  const text = JSON.stringify(expression)
  if (/"(Fn::If|Fn::FindInMap|Condition)"/.test(text)) return true
  const named = [...text.matchAll(/"Ref":"([^"]+)"|\$\{([^!}.]+)[^}]*\}/g)].map(
    ([, ref, part]) => ref ?? part ?? '',
  )
  return named.some((name) => !name.startsWith('AWS::') && document.resources[name] === undefined)
}

/** A parameter's name for an expression: its words, as CloudFormation takes names. */
const parameterName = (unknown: string): string =>
  unknown
    .replace(/^(!\w+|var\.|local\.)\s*/, '')
    .replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/^(?=\d)/, 'Value')
    .slice(0, 60) || 'Value'

export interface NeededParameter {
  readonly type: 'String' | 'Number'
  /** The expression that it stands for. */
  readonly insteadOf: string
}

export class ShapeWriter {
  /** Parameters that a template written from nothing has to declare, with a default where its shape is known. */
  readonly parameters = new Map<string, NeededParameter>()
  /** Structures that only their source could decide: a parameter cannot stand for one. */
  readonly leftOut: string[] = []
  private readonly document: DesignDocument
  private readonly isFresh: boolean

  /** `isFresh`: there is no template with parameters, conditions and mappings for the expressions to lean on. */
  constructor(document: DesignDocument, { isFresh = false } = {}) {
    this.document = document
    this.isFresh = isFresh
  }

  /** An expression of the document in CloudFormation's form; undefined where it has none. */
  private inStructure(shape: Shape, value: unknown): Tree | undefined {
    const { expression, unknown } = value as { expression?: Tree; unknown?: string }
    const isOwn = isCall(expression) && !(this.isFresh && leansOnTemplate(expression as Tree, this.document))
    if (shape.kind !== 'structure' || !this.isFresh || isRef(value) || isOwn)
      return this.expression(value, shape)
    this.leftOut.push(unknown ?? '')
    return undefined
  }

  /** An expression of the document in CloudFormation's form. */
  expression(value: unknown, shape?: Shape): Tree {
    if (isRef(value)) {
      const target = this.document.resources[value.ref]
      return refExpression((target && templateType(target)) ?? '', value) as TreeMap
    }
    // What is an expression and no reference is an unknown.
    const { expression, unknown } = value as { expression: Tree; unknown: string }
    // A text with variables of the Serverless Framework.
    if (typeof expression === 'string' && !this.isFresh) return expression
    if (isCall(expression) && !(this.isFresh && leansOnTemplate(expression, this.document))) return expression
    const name = parameterName(unknown)
    const type = shape?.kind === 'scalar' && shape.type === 'number' ? 'Number' : 'String'
    this.parameters.set(name, { type, insteadOf: unknown })
    return { Ref: name }
  }

  /** A value that the shape table does not describe; expressions in it are still written. */
  plain(value: unknown): Tree {
    if (isExpression(value)) return this.expression(value)
    if (Array.isArray(value)) return value.map((item) => this.plain(item))
    if (isMap(value))
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key, child]) => key !== 'key' && child !== undefined)
          .map(([key, child]) => [key, this.plain(child)]),
      )
    return value as Tree
  }

  write(shape: Shape, value: unknown): Tree {
    if (shape.kind === 'list') return this.list(shape, value)
    if (isExpression(value)) return this.inStructure(shape, value) ?? {}
    if (shape.kind === 'structure' && isMap(value)) return this.structure(shape, value)
    return this.plain(value)
  }

  private list(shape: List, value: unknown): Tree {
    const items = Array.isArray(value) ? value : []
    const [only, ...others] = items
    // A list that is one expression as a whole; a one-item list of an expression is written the same way it was read.
    if (others.length === 0 && isExpression(only) && !isRef(only) && shape.of.kind === 'structure')
      return this.inStructure(shape.of, only) ?? []
    const written = items.flatMap((item) => {
      const one = isExpression(item) ? this.inStructure(shape.of, item) : this.write(shape.of, item)
      return one === undefined ? [] : [one]
    })
    if (shape.cloudFormation === 'quantity') return { Quantity: written.length, Items: written }
    return shape.cloudFormation === 'items' ? { Items: written } : written
  }

  private structure(shape: Structure, value: Readonly<Record<string, unknown>>): Tree {
    if (shape.counted && shape.fields['Items']?.cloudFormation === undefined)
      return this.plain(Array.isArray(value['Items']) ? value['Items'] : [])
    const map: TreeMap = {}
    for (const [name, child] of Object.entries(value)) {
      const field = shape.fields[name]
      if (name === 'key' || child === undefined || field?.cloudFormation === null) continue
      if (loggingOff(name, child)) continue
      if (name === 'AllowedMethods' && isMap(child)) {
        this.methods(map, child)
        continue
      }
      if (name === 'OriginAccessIdentity' && isRef(child)) {
        map[name] = { 'Fn::Sub': `${identityPrefix}\${${child.ref}}` }
        continue
      }
      const written = field ? this.write(field.shape, child) : this.plain(child)
      map[field?.cloudFormation ?? name] = name === 'ResponseCode' ? asNumber(written) : written
    }
    return map
  }

  /** The API nests the cached methods; CloudFormation puts them beside the allowed ones. */
  private methods(map: TreeMap, methods: Readonly<Record<string, unknown>>): void {
    if (Array.isArray(methods['Items'])) map['AllowedMethods'] = this.plain(methods['Items'])
    if (Array.isArray(methods['CachedMethods'])) map['CachedMethods'] = this.plain(methods['CachedMethods'])
  }

  /** A resource's `Properties`. */
  properties(resource: Resource): TreeMap {
    if (resource.type.includes('::')) return this.plain((resource as ForeignResource).config) as TreeMap
    const own = resource as Exclude<Resource, ForeignResource>
    const { config: shape, cloudFormation } = resourceKinds[own.type]
    const written =
      own.type === 'StreamingDistribution' ? this.plain(own.config) : this.write(shape, own.config)
    const config = own.type === 'DistributionTenant' ? flatDomains(written) : written
    const wrapped = cloudFormation?.wrapper ? { [cloudFormation.wrapper]: config } : (config as TreeMap)
    if (!own.tags) return wrapped
    const tags = this.plain(own.tags)
    // The one type whose tags CloudFormation wraps as the API does.
    return { ...wrapped, Tags: own.type === 'AnycastIpList' ? { Items: tags } : tags }
  }
}

const asNumber = (value: Tree): Tree =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value

function flatDomains(tenant: Tree): Tree {
  if (!isMap(tenant) || !Array.isArray(tenant['Domains'])) return tenant
  const domains = tenant['Domains'].map((domain: Tree) =>
    isMap(domain) && Object.keys(domain).length === 1 && 'Domain' in domain
      ? (domain['Domain'] as Tree)
      : domain,
  )
  return { ...(tenant as TreeMap), Domains: domains }
}
