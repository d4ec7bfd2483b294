/** What `terraform show -json` prints of a state or a plan (https://developer.hashicorp.com/terraform/internals/json-format). */

import type { ReadDesign, ReadProblem } from '#core/formats/format.ts'
import { readTextTree } from '#core/formats/text-tree.ts'
import { startOf, type TextTree, type Tree, type TreeMap } from '#core/formats/tree.ts'
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { said } from '#core/ground/said.ts'
import type { DesignDocument, ForeignResource, LogicalId, Resource } from '#core/model/document.ts'
import { isRef, isUnknown, type Ref, type Unknown } from '#core/model/field.ts'
import { assignKeys } from '#core/model/item-keys.ts'
import { terraformFormOf } from '#core/neighbors/index.ts'
import type { TerraformForm } from '#core/neighbors/kind/terraform.ts'
import { blockFor, type NeighborRead, withParts } from './around.ts'
import { complete } from './as-provider.ts'
import { firewallResource, firewallTypes } from './firewall.ts'
import { logicalIds, offsetOf, tagsOf } from './from-hcl.ts'
import { likeOf } from './look-alikes.ts'
import { expressionsIn, expressionsOfBlock, referencesIn, withoutIndices } from './plan-references.ts'
import { parsedPolicy } from './policies.ts'
import { referenceTo } from './resource-value.ts'
import { type Body, BodyReader, Sites } from './shape-body.ts'
import { kinds, spellingOf } from './spelling.ts'
import { moduleOfState } from './state-file.ts'
import type { Value } from './value.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const isAbsent = (tree: Tree | undefined) =>
  tree === undefined || tree === null || tree === '' || (Array.isArray(tree) && tree.length === 0)
/** A state says 0 for the TTLs of a behavior whose cache policy decides them. */
const isPoliciesOwn = (values: TreeMap, name: string) =>
  /^(min|default|max)_ttl$/.test(name) && values[name] === 0 && !isAbsent(values['cache_policy_id'])

interface Reading {
  readonly text: TextTree
  /** What references to resources mean in the design. */
  readonly resolve: (references: readonly string[]) => Value
  /** The resource of the design that a state names by its id or ARN. */
  readonly named: (value: string) => Ref | undefined
}
/** What a plan leaves to the apply, in the form of the values: true where a value is missing. */
type Later = Tree | undefined

/** A value that is known only after the plan is applied. */
const later = (name: string): Unknown => ({
  unknown: `${name} (known after apply)`,
  expression: { terraform: name },
})
const inside = (tree: Later, key: string | number): Later =>
  Array.isArray(tree) && typeof key === 'number' ? tree[key] : isMap(tree) ? tree[key] : undefined

/** Fields that hold what names another resource. */
const isNaming = (name: string) => /(?:_id|_arn|_identity|^items|^trusted_key_groups)$/.test(name)

/** A list keeps its length, with what is missing in it as unknown; a set leaves out what it does not know. */
function completed(value: Tree, missing: Later, name: string): Value {
  if (!Array.isArray(value)) return value
  const left = Array.isArray(missing) ? missing.filter((one) => one === true) : []
  if (Array.isArray(missing) && missing.length > value.length)
    return [...value.filter((item) => item !== null), ...left.map(() => later(name))]
  return value.map((item, index) => (inside(missing, index) === true ? later(name) : item))
}

function bodyOf(reading: Reading, values: TreeMap, expressions: TreeMap | undefined, missing: Later): Body {
  const { text } = reading
  const offset = (container: object, key: string | number) => {
    const site = text.siteOf(container, key)
    return site && startOf(site)
  }
  return {
    value: (name) => {
      const value = values[name]
      const references = Object.hasOwn(values, name) ? [] : referencesIn(expressions?.[name])
      if (references.length > 0) return { value: reading.resolve(references), offset: undefined }
      if (inside(missing, name) === true) return { value: later(name), offset: undefined }
      if (value === undefined || isAbsent(value) || isPoliciesOwn(values, name)) return undefined
      const whole = completed(value, inside(missing, name), name)
      return { value: isNaming(name) ? withNames(whole, reading) : whole, offset: offset(values, name) }
    },
    blocks: (name) => {
      const found = values[name]
      if (isAbsent(found) && inside(missing, name) === true)
        return [{ body: { ...later(name), mayBeAbsent: true }, offset: undefined }]
      const items = Array.isArray(found) ? found : found === undefined ? [] : [found]
      return items.flatMap((item, index) =>
        isMap(item)
          ? [
              {
                body: bodyOf(
                  reading,
                  item,
                  expressionsOfBlock(expressions, name, item, index),
                  inside(inside(missing, name), index),
                ),
                offset: Array.isArray(found) ? offset(found, index) : offset(values, name),
              },
            ]
          : [],
      )
    },
  }
}

const withNames = (value: Value, { named }: Reading): Value => {
  if (typeof value === 'string') return named(value) ?? value
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? (named(item) ?? item) : item))
    : value
}

/** The resources of a module and of those inside of it. */
function* resourcesIn(module: Tree | undefined): Generator<TreeMap> {
  if (!isMap(module)) return
  const { resources, child_modules: children } = module
  for (const resource of Array.isArray(resources) ? resources : []) if (isMap(resource)) yield resource
  for (const child of Array.isArray(children) ? children : []) yield* resourcesIn(child)
}

/** The values of a plan are those planned; of a state, those it holds. */
function rootModule(root: Tree): Tree | undefined {
  const kept = moduleOfState(root)
  if (kept) return kept
  if (!isMap(root)) return undefined
  const { planned_values: planned, values } = root
  const state = isMap(planned) ? planned : values
  return isMap(state) ? state['root_module'] : undefined
}

const nameOf = ({ type, name, index, address }: TreeMap): string => {
  const inModule = typeof address === 'string' ? address.match(/module\.[\w-]+/g) : null
  const parts = [...(inModule ?? []).map((part) => part.slice('module.'.length)), name, index]
  return `${said(type)}.${parts
    .filter((part) => part !== undefined && part !== null)
    .map(said)
    .join('_')}`
}

function resourceOf(
  reading: Reading,
  tree: TreeMap,
  expressions: TreeMap | undefined,
  missing: Later,
  sites: Sites,
): Resource | undefined {
  const { type, values } = tree
  const kind = typeof type === 'string' ? kinds[type] : undefined
  if (typeof type !== 'string' || !isMap(values)) return undefined
  if (!kind) return firewallResource(type, bodyOf(reading, values, expressions, missing))
  const inner = kind.wrapper === undefined ? values : values[kind.wrapper]
  const wrapped = Array.isArray(inner) ? inner[0] : inner
  const expressionsInside =
    kind.wrapper === undefined || !isMap(wrapped)
      ? expressions
      : expressionsOfBlock(expressions, kind.wrapper, wrapped, 0)
  const left = kind.wrapper === undefined ? missing : inside(inside(missing, kind.wrapper), 0)
  const config = isMap(wrapped)
    ? new BodyReader(sites).read(spellingOf(type), bodyOf(reading, wrapped, expressionsInside, left))
    : {}
  complete(type, config)
  if (kind.type === 'Distribution') assignKeys(config)
  const tags = tagsOf(bodyOf(reading, values, undefined, undefined))
  // The spelling table has just given the config its kind's form.
  return { type: kind.type, config, ...(tags && { tags }) } as Resource
}

/** References in a module name its own resources. */
const modulePrefix = (address: string) => /^(?:module\.[\w-]+\.)*/.exec(address)?.[0] ?? ''

/** What is known after apply: a reference within the design, or an expression with a value of its shape. */
function resolved(reference: string, prefix: string, ids: ReadonlyMap<string, LogicalId | undefined>): Value {
  const [type = '', name = '', ...rest] = withoutIndices(reference).split('.')
  const attribute = rest.join('.') || 'id'
  const id = ids.get(`${prefix}${type}.${name}`)
  if (id !== undefined && kinds[type]) return referenceTo(id, type, attribute)
  const like = likeOf(type, name, attribute, undefined)
  return {
    unknown: reference,
    expression: { terraform: reference },
    ...(like !== undefined && { like }),
    ...(id !== undefined && { refs: [id] }),
  }
}

/** Of several references an expression makes one value, or none; nobody knows yet which. */
function resolvedAll(
  references: readonly string[],
  prefix: string,
  ids: ReadonlyMap<string, LogicalId | undefined>,
): Value {
  const [first = '', ...others] = references
  if (others.length === 0) return resolved(first, prefix, ids)
  const values = references.map((reference) => resolved(reference, prefix, ids))
  const refs = values.flatMap((value) =>
    isRef(value) ? [value.ref] : isUnknown(value) ? (value.refs ?? []) : [],
  )
  // A name alone is most likely a part of a longer text.
  const likes = values.flatMap((value) => (isUnknown(value) ? (value.like ?? []) : []))
  const like = likes.find((text) => /[.:]/.test(text))
  return {
    unknown: references.join(', '),
    expression: { terraform: first },
    mayBeAbsent: true,
    ...(like !== undefined && { like }),
    ...(refs.length > 0 && { refs: [...new Set(refs)] }),
  }
}

/** The id or ARN of a resource in a state, by which others name it. */
function namesOf({ type, values }: TreeMap, id: LogicalId | undefined): (readonly [string, Ref])[] {
  const kind = kinds[said(type)]
  if (!kind || !isMap(values) || id === undefined) return []
  const { [kind.identity]: own, cloudfront_access_identity_path: path } = values
  return [own, path].flatMap((name) =>
    typeof name === 'string' && name !== '' ? [[name, { ref: id }] as const] : [],
  )
}

/** What each resource of a plan is known to have only after it is applied, by address. */
function afterApply(root: Tree): ReadonlyMap<string, Tree | undefined> {
  const changes = isMap(root) ? root['resource_changes'] : undefined
  return new Map(
    (Array.isArray(changes) ? changes.filter(isMap) : []).map(({ address, change }) => [
      said(address),
      isMap(change) ? change['after_unknown'] : undefined,
    ]),
  )
}

/** The resources of a state: those that the design's table has, neighbors and their parts, and what has a name in the design. */
function declaredIn(module: Tree) {
  const declared = [...resourcesIn(module)].filter(({ mode }) => mode !== 'data')
  const own = declared.filter(({ type }) => kinds[String(type)] || Object.hasOwn(firewallTypes, String(type)))
  const beside = declared.flatMap((entry) => {
    const form = terraformFormOf(String(entry['type']))
    return form ? [{ entry, form }] : []
  })
  const alone = beside.flatMap(({ entry, form }) => (form.partOf === undefined ? [entry] : []))
  return { own, beside, managed: [...own, ...alone] }
}

/** Neighbors of a state or a plan, whose policies are JSON in a text. */
function besideIn(
  beside: readonly { readonly entry: TreeMap; readonly form: TerraformForm }[],
  bodyFor: (entry: TreeMap) => Body,
  idOf: (entry: TreeMap) => LogicalId | undefined,
): readonly NeighborRead[] {
  const read = beside.map(({ entry, form }) => {
    const body = bodyFor(entry)
    const policy = (name: string) => {
      const value = body.value(name)?.value
      return typeof value === 'string' ? parsedPolicy(value) : value
    }
    const owner = form.partOf === undefined ? undefined : body.value(form.partOf)?.value
    return { id: idOf(entry), form, owner, properties: form.read(blockFor(body, policy)) }
  })
  const neighbors = read.flatMap(({ id, form, properties }): NeighborRead[] =>
    form.partOf !== undefined || id === undefined
      ? []
      : // The registry gives JSON and expressions, as of any foreign type.
        [
          {
            id,
            resource: { type: form.type, config: properties, isPartial: true } as ForeignResource,
            start: 0,
          },
        ],
  )
  const parts = read.flatMap(({ form, owner, properties }) =>
    form.partOf === undefined ? [] : [{ type: form.type, owner, properties }],
  )
  return withParts(neighbors, parts)
}

export function fromTerraformJson(input: string): Result<ReadDesign, readonly ReadProblem[]> {
  const tree = readTextTree(input)
  if (!tree.ok) return tree
  const module = rootModule(tree.value.root)
  if (!module) return failed([{ message: 'There are no values in this output of “terraform show -json”.' }])
  const { own, beside, managed } = declaredIn(module)
  const ids = logicalIds(managed.map(nameOf))
  const sites = new Sites()
  const expressions = expressionsIn(tree.value.root)
  const idByAddress = new Map(
    managed.map((entry) => [withoutIndices(said(entry['address'])), ids.get(nameOf(entry))]),
  )
  const laterByAddress = afterApply(tree.value.root)
  const idByValue = new Map(managed.flatMap((entry) => namesOf(entry, ids.get(nameOf(entry)))))
  const reading = (address: string, own: LogicalId | undefined): Reading => ({
    named: (value) => {
      const ref = idByValue.get(value)
      return ref === undefined || ref.ref === own ? undefined : ref
    },
    text: tree.value,
    resolve: (references) => resolvedAll(references, modulePrefix(address), idByAddress),
  })
  const resources: Record<LogicalId, Resource> = bare()
  const bodyFor = (entry: TreeMap): Body => {
    const address = withoutIndices(String(entry['address'] ?? nameOf(entry)))
    const { values } = entry
    const missing = laterByAddress.get(String(entry['address']))
    return bodyOf(reading(address, undefined), isMap(values) ? values : {}, expressions.get(address), missing)
  }
  for (const entry of own) {
    const id = ids.get(nameOf(entry))
    const address = withoutIndices(said(entry['address'] ?? nameOf(entry)))
    const resource = resourceOf(
      reading(address, id),
      entry,
      expressions.get(address),
      laterByAddress.get(said(entry['address'])),
      sites,
    )
    if (id !== undefined && resource) resources[id] = resource
  }
  for (const { id, resource } of besideIn(beside, bodyFor, (entry) => ids.get(nameOf(entry))))
    resources[id] = resource
  const source = { format: 'terraform', text: input }
  const document: DesignDocument = { formatVersion: 1, resources, layout: {}, scenarios: [], source }
  return ok({
    document,
    notes: [],
    locate: (path) => {
      const offset = offsetOf(sites, document, path)
      return offset === undefined ? undefined : tree.value.positionOf(offset)
    },
  })
}
