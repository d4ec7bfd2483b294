/**
 * Parts of a configuration as people copy them out of a template, the AWS CLI's output or a page: behaviors, origins,
 * origin groups, policies, resources. Read by the reader of templates, which takes the API's spelling too.
 */
import { said } from '#core/ground/said.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Resource, ResourceType } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { cloudFormationJson } from './cloudformation/index.ts'
import { readTextTree } from './text-tree.ts'
import type { Tree, TreeMap } from './tree.ts'

type ListName = 'Origins' | 'OriginGroups' | 'CacheBehaviors'
const listNames: readonly ListName[] = ['Origins', 'OriginGroups', 'CacheBehaviors']

export interface Snippet {
  readonly items: readonly { readonly list: ListName; readonly value: Readonly<Record<string, unknown>> }[]
  readonly resources: Readonly<Record<LogicalId, Resource>>
}
interface Parts {
  readonly lists: Record<ListName, Tree[]>
  readonly resources: TreeMap
}

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** The items of a list, bare or as the API wraps it. */
function itemsOf(tree: Tree | undefined): readonly Tree[] | undefined {
  if (Array.isArray(tree)) return tree
  return isMap(tree) && 'Quantity' in tree ? (Array.isArray(tree['Items']) ? tree['Items'] : []) : undefined
}

/** The list that an item belongs to, by the fields that only its kind has. */
function listOf(item: TreeMap): ListName | undefined {
  if ('PathPattern' in item) return 'CacheBehaviors'
  if ('Id' in item && 'DomainName' in item) return 'Origins'
  return 'Id' in item && 'Members' in item ? 'OriginGroups' : undefined
}

const isResource = (tree: Tree | undefined): tree is TreeMap =>
  isMap(tree) && typeof tree['Type'] === 'string' && tree['Type'].includes('::')

/** A policy or another resource in the envelope of the API: `{ CachePolicy: { Id, CachePolicyConfig } }`, or inside it. */
function apiResource(root: TreeMap): readonly [type: string, properties: TreeMap] | undefined {
  for (const [type, { cloudFormation }] of Object.entries(resourceKinds)) {
    const wrapper = cloudFormation?.wrapper
    if (!cloudFormation || !wrapper || type === 'Distribution') continue
    const outer = root[type]
    const config = isMap(outer) ? outer[wrapper] : root[wrapper]
    if (isMap(config)) return [cloudFormation.type, { [wrapper]: config }]
  }
  return undefined
}

function addResources(root: TreeMap, { resources }: Parts): void {
  const { Resources: declared = root } = root
  for (const [id, resource] of Object.entries(isMap(declared) ? declared : {}))
    if (isResource(resource)) resources[id] = resource
  if (isResource(root)) resources[said(root['Type']).split('::').at(-1) ?? 'Pasted'] = root
  const [type, properties] = apiResource(root) ?? []
  if (type !== undefined && properties)
    resources[type.split('::').at(-1) ?? 'Pasted'] = { Type: type, Properties: properties }
}

function partsOf(root: Tree): Parts {
  const parts: Parts = { lists: { Origins: [], OriginGroups: [], CacheBehaviors: [] }, resources: {} }
  const add = (item: Tree) => {
    const list = isMap(item) ? listOf(item) : undefined
    if (list) parts.lists[list].push(item)
  }
  for (const item of itemsOf(root) ?? [root]) add(item)
  if (!isMap(root)) return parts
  for (const name of listNames) for (const item of itemsOf(root[name]) ?? []) add(item)
  addResources(root, parts)
  return parts
}

/** A logical id that no resource of the text has. */
const holder = 'PastedParts'
const holderType: ResourceType = 'Distribution'

function readParts({ lists, resources }: Parts): DesignDocument | undefined {
  const config = Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0))
  const distribution = {
    Type: `AWS::CloudFront::${holderType}`,
    Properties: { DistributionConfig: config },
  }
  const read = cloudFormationJson.read?.(
    JSON.stringify({ Resources: { ...resources, [holder]: distribution } }),
  )
  return read?.ok ? read.value.document : undefined
}

/** The parts that a text holds; undefined where it holds none, or a whole configuration, which is opened instead. */
export function readSnippet(text: string): Snippet | undefined {
  const tree = readTextTree(text)
  if (!tree.ok) return undefined
  const { root } = tree.value
  const isWhole = isMap(root) && ('DefaultCacheBehavior' in root || 'DistributionConfig' in root)
  const document = isWhole ? undefined : readParts(partsOf(root))
  const held = document && distributionsIn(document).find(({ id }) => id === holder)
  if (!held) return undefined
  const { config } = held
  const { [holder]: _, ...resources } = document.resources
  const items = listNames.flatMap((list) =>
    (config[list] ?? []).flatMap((item) => {
      if (isExpression(item)) return []
      const { key: _, ...value } = item
      return [{ list, value }]
    }),
  )
  const isEmpty = items.length === 0 && Object.keys(resources).length === 0
  const hasSite = Object.values(resources).some(({ type }) => type === holderType)
  return isEmpty || hasSite ? undefined : { items, resources }
}
