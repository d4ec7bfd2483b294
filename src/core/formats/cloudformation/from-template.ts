import type { ImportNote, Position, ReadDesign, ReadProblem } from '#core/formats/format.ts'
import { repeatedKeyNotes } from '#core/formats/repeated-keys.ts'
import { type Site, startOf, type TextTree, type Tree, type TreeMap } from '#core/formats/tree.ts'
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Resource, ResourceType, Source } from '#core/model/document.ts'
import { type Expression, isExpression } from '#core/model/field.ts'
import { assignKeys } from '#core/model/item-keys.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { rememberBaseline } from './baseline.ts'
import { parametersBehind } from './conditions.ts'
import { createEvaluator, type Evaluator } from './evaluate.ts'
import { fragmentNote, toolOf } from './fragment.ts'
import { canonicalIdentity } from './identity.ts'
import { modernContinuousDeployment, modernDistribution, modernTenant } from './legacy.ts'
import { limitNotes } from './limits.ts'
import { isTreeMap, type Scope, scopeOf, withOpen } from './scope.ts'
import { createShapeReader, isValueMap, type ShapeReader, type ValueMap } from './shape-reader.ts'
import { templateFaults } from './template-faults.ts'
import { isDistribution, templateIn } from './template-part.ts'
import type { Value } from './value.ts'

const typeByName = new Map<string, ResourceType>(
  // Object.entries forgets that its keys are the resource types.
  (Object.entries(resourceKinds) as [ResourceType, (typeof resourceKinds)[ResourceType]][]).flatMap(
    ([type, { cloudFormation }]) => (cloudFormation ? [[cloudFormation.type, type] as const] : []),
  ),
)
const modernize: Partial<Record<ResourceType, (value: Value, text: TextTree) => Value>> = {
  Distribution: modernDistribution,
  ContinuousDeploymentPolicy: modernContinuousDeployment,
  DistributionTenant: modernTenant,
}

interface Reading {
  /** The template's resources as they are written. */
  readonly declared: TreeMap
  readonly text: TextTree
  readonly evaluator: Evaluator
  readonly shapes: ShapeReader
  readonly notes: ImportNote[]
}

function tagsOf(properties: ValueMap): readonly { Key: string; Value: string }[] | undefined {
  const { Tags: tags } = properties
  const list = isValueMap(tags) ? tags['Items'] : tags
  // Tags are pairs of texts or expressions; the reader keeps them as they are.
  return Array.isArray(list) ? (list as unknown as { Key: string; Value: string }[]) : undefined
}

/** A config that is one expression as a whole: each of its fields is that expression. */
const leftOpen = (shape: Shape, expression: Expression): ValueMap =>
  shape.kind !== 'structure'
    ? {}
    : Object.fromEntries(
        Object.entries(shape.fields).map(([name, field]) => [
          name,
          // An expression is a value of every field, and of every item of a list.
          (field.shape.kind === 'list' ? [expression] : expression) as unknown as Value,
        ]),
      )

function typeOf({ declared }: Reading, id: string): Tree | undefined {
  const resource = Object.hasOwn(declared, id) ? declared[id] : undefined
  return isTreeMap(resource) ? resource['Type'] : undefined
}

function ownResource(type: ResourceType, id: string, properties: ValueMap, reading: Reading): Resource {
  const { config: shape, cloudFormation } = resourceKinds[type]
  const wrapper = cloudFormation?.wrapper ?? null
  const path: Path = ['resources', id, 'config']
  const { Tags: _tags, ...unwrapped } = properties
  for (const key of Object.keys(unwrapped))
    reading.text.place(unwrapped, key, reading.text.siteOf(properties, key))
  const inner = wrapper === null ? unwrapped : (properties[wrapper] ?? {})
  const modern = modernize[type]?.(inner, reading.text) ?? inner
  const read = type === 'StreamingDistribution' ? modern : reading.shapes.read(shape, modern, path)
  const config = isValueMap(read) ? read : isExpression(read) ? leftOpen(shape, read) : {}
  if (type === 'Distribution') {
    assignKeys(config)
    canonicalIdentity(
      config,
      (name) => typeOf(reading, name) === 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    )
  }
  const tags = tagsOf(properties)
  // The shape table has just given the config its type's form.
  return { type, config, ...(tags && { tags }) } as Resource
}

function resourceOf(id: string, tree: Tree, reading: Reading): Resource | undefined {
  // A type without “::” is none of CloudFormation's, and could be taken for the document's own; the text keeps it.
  if (!isTreeMap(tree) || typeof tree['Type'] !== 'string' || !tree['Type'].includes('::')) return undefined
  const { Type: name, Condition: condition, Properties: raw = {} } = tree
  const isMade = typeof condition === 'string' ? reading.evaluator.condition(condition, tree) : true
  if (isMade === false) {
    reading.notes.push({
      rule: 'import/condition-false',
      severity: 'info',
      message: `“${id}” is not created, since its condition “${String(condition)}” is false for the parameters in use; it stays in the template.`,
      path: ['resources', id],
    })
    return undefined
  }
  const evaluated = reading.evaluator.evaluate(raw)
  const properties = isValueMap(evaluated) ? evaluated : {}
  const type = typeByName.get(name)
  if (type === undefined) {
    const { DeletionPolicy: deletionPolicy } = tree
    const kept = {
      ...(typeof deletionPolicy === 'string' && { deletionPolicy }),
      ...(isMade === undefined && { mayBeAbsent: true }),
    }
    // A template names foreign types as `Vendor::Service::Kind`.
    return { type: name, config: properties, ...kept } as unknown as Resource
  }
  const own = ownResource(type, id, properties, reading)
  return isMade === undefined ? ({ ...own, madeIf: String(condition) } as Resource) : own
}

const deferredNote = (id: string): ImportNote => ({
  rule: 'import/deferred-resources',
  severity: 'info',
  message: `“${id}” declares resources only when CloudFormation runs it, so they are not shown; it stays in the template.`,
  path: ['resources', id],
})

function readResources(template: TreeMap, reading: Reading): Record<string, Resource> {
  const resources: Record<string, Resource> = bare()
  const declared = template['Resources']
  for (const [id, tree] of Object.entries(isTreeMap(declared) ? declared : {})) {
    const resource = resourceOf(id, tree, reading)
    if (isTreeMap(declared)) reading.text.place(resources, id, reading.text.siteOf(declared, id))
    if (id.startsWith('Fn::')) reading.notes.push(deferredNote(id))
    if (resource) resources[id] = resource
  }
  return resources
}

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

/** What of a template another run, or another tool, adds before CloudFormation sees it. */
function addedTo(template: TreeMap, tool: string | undefined): 'never' | 'told' | 'untold' {
  if (tool !== undefined) return 'untold'
  const sections = [template, ...Object.values(template).filter(isTreeMap)]
  const isCompleted = sections.some((section) => 'Fn::Transform' in section)
  return template['Transform'] !== undefined || isCompleted ? 'told' : 'never'
}

const openedNote = (id: LogicalId, names: readonly string[]): ImportNote => ({
  rule: 'import/condition-false',
  severity: 'info',
  message: `“${id}” is not created with the Default of ${names.map((name) => `“${name}”`).join(' and ')}; it is read with that left open, so give a value to see the rest decided.`,
  path: ['resources', id],
})

/** The parameters whose Defaults keep every distribution of the template from being created. */
function closingDefaults(template: TreeMap, scope: Scope, given: Source['parameters'] = {}): string[] {
  const resources = Object.values(scope.resources).filter((resource) => isDistribution(resource))
  const names = resources.flatMap(({ Condition: condition }) =>
    typeof condition === 'string' ? [...parametersBehind(scope.conditions, condition)] : [],
  )
  return [...new Set(names)].filter(
    (name) =>
      isTreeMap(template['Parameters']) &&
      Object.hasOwn(template['Parameters'], name) &&
      !Object.hasOwn(given, name),
  )
}

/** Reads a CloudFormation or SAM template. */
export function fromTemplate(
  text: TextTree,
  source: Source,
  around?: Tree,
): Result<ReadDesign, readonly ReadProblem[]> {
  const template = templateIn(text.root)
  if (!template)
    return failed([{ message: 'The template has no Resources; a distribution is declared there.' }])
  const whole = around ?? text.root
  const tool = isTreeMap(whole) ? toolOf(text.text, whole, template) : undefined
  const scope = scopeOf(template, source.parameters ?? {}, tool === undefined ? undefined : whole)
  const read = readTemplate(template, text, source, scope, tool)
  if (distributionsIn(read.document).length > 0) return ok(read)
  const closing = closingDefaults(template, scope, source.parameters)
  if (closing.length === 0) return ok(read)
  const open = readTemplate(template, text, source, withOpen(scope, closing), tool)
  const [first] = distributionsIn(open.document)
  return ok(first ? { ...open, notes: [openedNote(first.id, closing), ...open.notes] } : read)
}

function readTemplate(
  template: TreeMap,
  text: TextTree,
  source: Source,
  scope: Scope,
  tool: string | undefined,
): ReadDesign {
  const notes: ImportNote[] = [
    ...limitNotes(text.text, template),
    ...(tool === undefined ? [] : [fragmentNote(tool)]),
  ]
  const evaluator = createEvaluator(scope, text)
  const reading: Reading = {
    declared: scope.resources,
    text,
    evaluator,
    shapes: createShapeReader(text),
    notes,
  }
  const resources = readResources(template, reading)
  const faults = templateFaults(template, text, evaluator, addedTo(template, tool))
  const document: DesignDocument = { formatVersion: 1, resources, layout: {}, scenarios: [], source }
  const repeated = repeatedKeyNotes(text)
  const positions = new Map<Path, Position>([
    ...[...faults.positions].map(([note, at]) => [note.path, at] as const),
    ...repeated.map(({ note, position }) => [note.path, position] as const),
  ])
  rememberBaseline(source, { tree: text, template, document, condition: evaluator.condition })
  return {
    document,
    notes: [...reading.shapes.notes, ...notes, ...faults.notes, ...repeated.map(({ note }) => note)],
    locate: (path) => positions.get(path) ?? locateIn(text, document, path),
    parameters: [...scope.parameters.keys()],
  }
}
