import type { ImportNote, Position, ReadDesign, ReadProblem } from '#core/formats/format.ts'
import { assignKeys } from '#core/formats/item-keys.ts'
import type { Site, TextTree, Tree, TreeMap } from '#core/formats/text-tree.ts'
import type { DesignDocument, Resource, ResourceType, Source } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { failed, ok, type Result } from '#core/model/result.ts'
import { resourceShapes } from '#core/model/shapes/index.ts'
import { createEvaluator, type Evaluator, type Value } from './evaluate.ts'
import { canonicalIdentity } from './identity.ts'
import { modernContinuousDeployment, modernDistribution, modernTenant } from './legacy.ts'
import { isTreeMap, scopeOf } from './scope.ts'
import { createShapeReader, isValueMap, type ShapeReader, type ValueMap } from './shape-reader.ts'

const typeByName = new Map<string, ResourceType>(
  // Object.entries forgets that its keys are the resource types.
  (Object.entries(resourceShapes) as [ResourceType, (typeof resourceShapes)[ResourceType]][]).flatMap(
    ([type, { cloudFormation }]) => (cloudFormation ? [[cloudFormation.type, type] as const] : []),
  ),
)
const modernize: Partial<Record<ResourceType, (value: Value, text: TextTree) => Value>> = {
  Distribution: modernDistribution,
  ContinuousDeploymentPolicy: modernContinuousDeployment,
  DistributionTenant: modernTenant,
}

interface Reading {
  readonly text: TextTree
  readonly evaluator: Evaluator
  readonly shapes: ShapeReader
  readonly notes: ImportNote[]
}

/** A template's own part of the text: the whole, or what a Serverless Framework file passes through. */
function templateIn(root: Tree): TreeMap | undefined {
  if (!isTreeMap(root)) return undefined
  if (isTreeMap(root['Resources'])) return root
  const passed = root['resources']
  return isTreeMap(passed) && isTreeMap(passed['Resources']) ? passed : undefined
}

function tagsOf(properties: ValueMap): readonly { Key: string; Value: string }[] | undefined {
  const { Tags: tags } = properties
  const list = isValueMap(tags) ? tags['Items'] : tags
  // Tags are pairs of texts or expressions; the reader keeps them as they are.
  return Array.isArray(list) ? (list as unknown as { Key: string; Value: string }[]) : undefined
}

function ownResource(type: ResourceType, id: string, properties: ValueMap, reading: Reading): Resource {
  const { config: shape, cloudFormation } = resourceShapes[type]
  const wrapper = cloudFormation?.wrapper ?? null
  const path: Path = ['resources', id, 'config']
  const { Tags: _tags, ...unwrapped } = properties
  for (const key of Object.keys(unwrapped))
    reading.text.place(unwrapped, key, reading.text.siteOf(properties, key))
  const inner = wrapper === null ? unwrapped : (properties[wrapper] ?? {})
  const modern = modernize[type]?.(inner, reading.text) ?? inner
  const read = type === 'StreamingDistribution' ? modern : reading.shapes.read(shape, modern, path)
  const config = isValueMap(read) ? read : {}
  if (type === 'Distribution') {
    assignKeys(config)
    canonicalIdentity(config)
  }
  const tags = tagsOf(properties)
  // The shape table has just given the config its type's form.
  return { type, config, ...(tags && { tags }) } as Resource
}

function resourceOf(id: string, tree: Tree, reading: Reading): Resource | undefined {
  if (!isTreeMap(tree) || typeof tree['Type'] !== 'string') return undefined
  const { Type: name, Condition: condition, Properties: raw = {} } = tree
  if (typeof condition === 'string' && reading.evaluator.condition(condition) === false) {
    reading.notes.push({
      rule: 'import/condition-false',
      severity: 'info',
      message: `“${id}” is not created, since its condition “${condition}” is false for the parameters in use; it stays in the template.`,
      path: ['resources', id],
    })
    return undefined
  }
  const evaluated = reading.evaluator.evaluate(raw)
  const properties = isValueMap(evaluated) ? evaluated : {}
  const type = typeByName.get(name)
  // A template names foreign types as `Vendor::Service::Kind`.
  if (type === undefined) return { type: name, config: properties } as unknown as Resource
  return ownResource(type, id, properties, reading)
}

function readResources(template: TreeMap, reading: Reading): Record<string, Resource> {
  const resources: Record<string, Resource> = {}
  const declared = template['Resources']
  for (const [id, tree] of Object.entries(isTreeMap(declared) ? declared : {})) {
    const resource = resourceOf(id, tree, reading)
    if (!resource) continue
    resources[id] = resource
    if (isTreeMap(declared)) reading.text.place(resources, id, reading.text.siteOf(declared, id))
  }
  return resources
}

/** References to nothing are CloudFormation's error; a macro may still add what they name. */
function noteDangling(reading: Reading, template: TreeMap): ReadonlyMap<ImportNote, Position> {
  const positions = new Map<ImportNote, Position>()
  const mayAppear = template['Transform'] !== undefined
  const seen = new Set<string>()
  for (const { name, at } of reading.evaluator.dangling) {
    if (seen.has(name)) continue
    seen.add(name)
    const note: ImportNote = {
      rule: 'import/unresolved-reference',
      severity: mayAppear ? 'info' : 'error',
      message: `Nothing in the template is called “${name}”, so CloudFormation refuses it; declare it as a resource or parameter, or correct the name.`,
      path: ['resources'],
    }
    reading.notes.push(note)
    const offset = reading.text.nodeOf(at)?.range?.[0]
    if (offset !== undefined) positions.set(note, reading.text.positionOf(offset))
  }
  return positions
}

const startOf = (site: Site): number | undefined => (site.key ?? site.value).range?.[0]

/** Where a path stands: its own field, else the nearest ancestor that the text has. */
export function locateIn(text: TextTree, document: DesignDocument, path: Path): Position | undefined {
  let container: unknown = document
  let found: Site | undefined
  for (const step of path) {
    if (typeof container !== 'object' || container === null) break
    found = text.siteOf(container, step) ?? found
    container = (container as Record<string | number, unknown>)[step]
  }
  const start = found && startOf(found)
  return start === undefined ? undefined : text.positionOf(start)
}

/** Reads a CloudFormation or SAM template. */
export function fromTemplate(text: TextTree, source: Source): Result<ReadDesign, readonly ReadProblem[]> {
  const template = templateIn(text.root)
  if (!template)
    return failed([{ message: 'The template has no Resources; a distribution is declared there.' }])
  const scope = scopeOf(template, source.parameters ?? {})
  const notes: ImportNote[] = []
  const reading: Reading = {
    text,
    evaluator: createEvaluator(scope, text),
    shapes: createShapeReader(text),
    notes,
  }
  const resources = readResources(template, reading)
  const positions = noteDangling(reading, template)
  const document: DesignDocument = { formatVersion: 1, resources, layout: {}, scenarios: [], source }
  const all = [...reading.shapes.notes, ...notes]
  const byPath = new Map([...positions].map(([note, position]) => [note.path, position]))
  return ok({ document, notes: all, locate: (path) => byPath.get(path) ?? locateIn(text, document, path) })
}
