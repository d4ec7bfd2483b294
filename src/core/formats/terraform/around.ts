/**
 * What stands beside the distributions of a module, as the registry of neighbors reads it. What Terraform keeps in
 * resources of their own and CloudFormation in one is put together: an access list goes into its bucket.
 */
import type { ForeignResource, LogicalId } from '#core/model/document.ts'
import { isExpression, isUnknown } from '#core/model/field.ts'
import { surelyNamed } from '#core/model/links.ts'
import { terraformFormOf } from '#core/neighbors/index.ts'
import type { Properties, TerraformBlock, TerraformForm } from '#core/neighbors/kind/terraform.ts'
import { Bodies, repetitionOf } from './bodies.ts'
import { attributeOf, type Declarations } from './declarations.ts'
import type { Evaluator } from './evaluate.ts'
import type { Names } from './evaluation.ts'
import type { HclBlock, HclBody, HclExpression } from './hcl-syntax.ts'
import { Policies } from './policies.ts'
import type { Body } from './shape-body.ts'
import type { Value } from './value.ts'

const noNames: Names = new Map()
const addressOf = ({ labels }: HclBlock) => labels.join('.')
const formOf = ({ type, labels: [kind = ''] }: HclBlock): TerraformForm | undefined =>
  type === 'resource' ? terraformFormOf(kind) : undefined

/** The blocks that are resources of the design; parts of one are not. */
export const neighborsIn = ({ blocks }: HclBody): HclBlock[] =>
  blocks.filter((block) => {
    const form = formOf(block)
    return form !== undefined && form.partOf === undefined
  })

/** A block as the registry reads it. */
export function blockFor(body: Body, policy: (name: string) => unknown): TerraformBlock {
  return {
    value: (name) => body.value(name)?.value ?? undefined,
    blocks: (name) =>
      body
        .blocks(name)
        .map(({ body: inner }) => (isExpression(inner) ? inner : blockFor(inner as Body, () => undefined))),
    policy,
  }
}

export interface NeighborRead {
  readonly id: LogicalId
  readonly resource: ForeignResource
  readonly start: number
}

/** A part of a neighbor, or of one that only a run decides. */
export interface PartRead {
  readonly type: string
  readonly owner: unknown
  readonly properties: Properties
}

/** What a run decides: whether there is such a part at all. */
const perhaps = (value: unknown, name: string): unknown =>
  isUnknown(value)
    ? { ...value, mayBeAbsent: true }
    : { unknown: name, expression: { terraform: name }, mayBeAbsent: true }

/** Puts parts into what they are of; one of nobody knows which may be of each. */
export function withParts(
  neighbors: readonly NeighborRead[],
  parts: readonly PartRead[],
): readonly NeighborRead[] {
  const configs = new Map(neighbors.map(({ id, resource }) => [id, resource.config as Properties]))
  const grow = (id: LogicalId, properties: Properties) => {
    const before = configs.get(id) ?? {}
    const grown = Object.entries(properties).map(([name, value]) => {
      const old = before[name]
      return [name, Array.isArray(old) && Array.isArray(value) ? [...old, ...value] : value]
    })
    configs.set(id, { ...before, ...Object.fromEntries(grown) })
  }
  for (const { type, owner, properties } of parts) {
    const named = neighbors.find(
      ({ id, resource: { type: own, config } }) =>
        own === type &&
        (id === surelyNamed(owner) || (owner !== undefined && config['BucketName'] === owner)),
    )
    if (named) grow(named.id, properties)
    else if (isExpression(owner))
      for (const { id } of neighbors.filter(({ resource }) => resource.type === type))
        grow(
          id,
          Object.fromEntries(
            Object.entries(properties).flatMap(([name, value]) => {
              const isList = Array.isArray(configs.get(id)?.[name]) || name === 'SecurityGroupIngress'
              if (configs.get(id)?.[name] !== undefined && !isList) return []
              return [[name, isList ? [perhaps(undefined, name)] : perhaps(value, name)]]
            }),
          ),
        )
  }
  return neighbors.map((one) => ({
    ...one,
    // The registry gives JSON and expressions, as of any foreign type.
    resource: { ...one.resource, config: configs.get(one.id) as ForeignResource['config'] },
  }))
}

export class Around {
  private readonly file: HclBody
  private readonly evaluator: Evaluator
  private readonly declared: Declarations
  private readonly policies: Policies

  constructor(file: HclBody, evaluator: Evaluator, declared: Declarations) {
    this.file = file
    this.evaluator = evaluator
    this.declared = declared
    this.policies = new Policies(evaluator, declared)
  }

  /** What is a part of a resource, or waits for it, is named as the resource itself. */
  bind(ids: Map<string, LogicalId>): void {
    for (const block of this.file.blocks) {
      const isValidation = block.labels[0] === 'aws_acm_certificate_validation'
      const by = isValidation ? 'certificate_arn' : formOf(block)?.partOf
      const owner = by === undefined ? undefined : attributeOf(block, by)
      const id = owner && surelyNamed(this.evaluator.evaluate(owner))
      if (id !== undefined) ids.set(addressOf(block), id)
    }
  }

  private repetition(block: HclBlock): { readonly created: number | undefined; readonly names: Names } {
    const by = block.body.attributes.find(({ name }) => name === 'count' || name === 'for_each')
    return by ? repetitionOf(by.name, this.evaluator.evaluate(by.value)) : { created: 1, names: noNames }
  }

  private blockOf(block: HclBlock, names: Names): TerraformBlock {
    const body = new Bodies(this.evaluator).body(block.body, names)
    return blockFor(body, (name) => {
      const expression = attributeOf(block, name)
      return expression && this.policies.of(expression, names)
    })
  }

  private propertiesOf(block: HclBlock, form: TerraformForm, names: Names): Properties {
    const properties = form.read(this.blockOf(block, names))
    return form.type === 'AWS::Route53::RecordSet' ? this.withFullName(block, properties) : properties
  }

  /** The provider puts the zone behind a name that does not end with it. */
  private withFullName(block: HclBlock, properties: Properties): Properties {
    const { Name: name, HostedZoneId: zoneId } = properties
    const zone = this.zoneName(attributeOf(block, 'zone_id'), zoneId)
    if (zone === undefined)
      return typeof name !== 'string'
        ? properties
        : {
            ...properties,
            Name: { unknown: name, expression: { terraform: JSON.stringify(name) }, like: name },
          }
    const plain = zone.replace(/\.$/, '')
    if (name !== undefined && typeof name !== 'string') return properties
    const isWhole = name === plain || name === `${plain}.` || name?.replace(/\.$/, '').endsWith(`.${plain}`)
    const whole = isWhole ? name : name ? `${name}.${plain}` : plain
    return { ...properties, Name: whole, HostedZoneName: `${plain}.` }
  }

  private zoneName(zoneId: HclExpression | undefined, value: unknown): string | undefined {
    const id = surelyNamed(value)
    const declared = [...this.declared.ids].find(
      ([address, one]) => one === id && /^aws_route53_zone\./.test(address),
    )
    const source = zoneId?.kind === 'traversal' && zoneId.root === 'data' ? zoneId.steps : []
    const [kind, name] = source.map((step) => ('name' in step ? step.name : ''))
    const block =
      kind === 'aws_route53_zone'
        ? this.declared.data.get(`${kind}.${name}`)
        : this.declared.resources.get(declared?.[0] ?? '')
    const text = attributeOf(block, 'name')
    const found = text && this.evaluator.evaluate(text)
    return typeof found === 'string' && found !== '' ? found : undefined
  }

  /** The region of a resource: its own, else that of its provider. */
  regionOf(block: HclBlock): string | undefined {
    const own = attributeOf(block, 'region')
    const chosen = attributeOf(block, 'provider')
    const alias = chosen ? this.aliasIn(chosen) : undefined
    const provider = this.file.blocks.find((one) => {
      if (one.type !== 'provider' || one.labels[0] !== 'aws') return false
      const named = attributeOf(one, 'alias')
      return chosen === undefined ? named === undefined : named !== undefined && this.text(named) === alias
    })
    const region = own ?? attributeOf(provider, 'region')
    return region && this.text(region)
  }

  private aliasIn(chosen: HclExpression): string | undefined {
    if (chosen.kind !== 'traversal') return this.text(chosen)?.split('.').at(-1)
    const [step] = chosen.steps
    return step && 'name' in step ? step.name : undefined
  }

  private text(expression: HclExpression): string | undefined {
    const value: Value = this.evaluator.evaluate(expression)
    return typeof value === 'string' ? value : undefined
  }

  private partOf(block: HclBlock, form: TerraformForm, by: string): PartRead[] {
    const { created, names } = this.repetition(block)
    if (created === 0) return []
    const properties = this.propertiesOf(block, form, names)
    return [
      {
        type: form.type,
        owner: this.ownerOf(block, by, names),
        properties: created === undefined ? mapped(properties, perhaps) : properties,
      },
    ]
  }

  /** A neighbor, with what an older provider kept in it. */
  private neighborOf(block: HclBlock, form: TerraformForm, id: LogicalId): NeighborRead[] {
    const { created, names } = this.repetition(block)
    if (created === 0) return []
    const region = this.regionOf(block)
    const { start } = block
    const resource = {
      type: form.type,
      config: this.propertiesOf(block, form, names),
      isPartial: true,
      ...(created === undefined && { mayBeAbsent: true }),
      ...(region !== undefined && { region }),
    } as ForeignResource
    const { beside } = form
    const more = beside?.read(this.blockOf(block, names))
    if (!beside || !more) return [{ id, resource, start }]
    const config = { [beside.owner]: { ref: id }, ...more }
    const other = { ...resource, type: beside.type, config } as ForeignResource
    return [
      { id, resource, start },
      { id: `${id}_${beside.name}`, resource: other, start },
    ]
  }

  /** All neighbors of the file, by the names that the design has for them. */
  read(ids: ReadonlyMap<string, LogicalId>): readonly NeighborRead[] {
    const neighbors: NeighborRead[] = []
    const parts: PartRead[] = []
    for (const block of this.file.blocks) {
      const form = formOf(block)
      const id = ids.get(addressOf(block))
      if (form?.partOf !== undefined) parts.push(...this.partOf(block, form, form.partOf))
      else if (form && id !== undefined) neighbors.push(...this.neighborOf(block, form, id))
    }
    return withParts(neighbors, parts)
  }

  private ownerOf(block: HclBlock, name: string, names: Names): unknown {
    const expression = attributeOf(block, name)
    return expression && this.evaluator.within(names, () => this.evaluator.evaluate(expression))
  }
}

const mapped = (properties: Properties, change: (value: unknown, name: string) => unknown): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? [change(undefined, name)] : change(isUnknown(value) ? value : undefined, name),
    ]),
  )
