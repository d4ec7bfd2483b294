/** The thing that a path of the document means to a person: which kind, whose, and what it is called. */
import { defaultBehaviorName } from '#core/model/distribution.ts'
import type {
  Behavior,
  DesignDocument,
  LogicalId,
  Origin,
  OriginGroup,
  ResourceType,
} from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { resourceKind } from '#core/resources/index.ts'
import type { FormSection } from '#core/resources/kind/form-field.ts'
import { nodeId } from './behavior-rows.ts'
import { defaultBehaviorForm, nodeForms } from './forms.ts'
import { kindWords } from './kind-words.ts'
import { behaviorForm } from './legacy-cache.ts'
import { allUsers } from './users.ts'

export type Shape = ResourceType | 'CacheBehavior' | 'DefaultCacheBehavior' | 'Origin' | 'OriginGroup'

export interface Thing {
  readonly path: Path
  readonly owner: LogicalId
  readonly kindLabel: string
  /** The structure of the API that it is. */
  readonly shape: Shape
  readonly title: string
  readonly sections: readonly FormSection[]
  /** The node on the canvas, where it has one. */
  readonly node: string | undefined
  readonly isRemovable: boolean
  /** It stays in the text that it came from, which alone holds all of it. */
  readonly isReadOnly?: true
}

/** A thing in words: its kind and its name, said once where they are the same. */
export function thingInWords({
  kindLabel,
  title,
  shape,
}: Pick<Thing, 'kindLabel' | 'title' | 'shape'>): string {
  if (shape === 'DefaultCacheBehavior') return kindLabel
  return title.toLowerCase() === kindLabel.toLowerCase() ? kindLabel : `${kindLabel} ${title}`
}

/** A bucket and a VPC origin have no settings of an HTTP server; an origin takes exactly one of the three. */
function originForm(origin: Origin): readonly FormSection[] {
  if (origin.S3OriginConfig === undefined && origin.VpcOriginConfig === undefined) return nodeForms.origin
  return nodeForms.origin.map((section) => ({
    ...section,
    fields: section.fields.filter(({ path }) => path[0] !== 'CustomOriginConfig'),
  }))
}

/** The form of a part of a distribution by what it holds. */
const formOf: Readonly<Record<'behavior' | 'origin' | 'group', (item: object) => readonly FormSection[]>> = {
  behavior: (item) => behaviorForm(nodeForms.behavior, item as Behavior),
  origin: (item) => originForm(item as Origin),
  group: () => nodeForms.group,
}

function partOf(document: DesignDocument, owner: LogicalId, path: Path): Thing | undefined {
  const [, , , list, index] = path
  if (list === 'DefaultCacheBehavior') {
    const behavior = valueAt(document, path.slice(0, 4))
    return {
      path: path.slice(0, 4),
      owner,
      kindLabel: 'Default cache behavior',
      shape: 'DefaultCacheBehavior',
      title: defaultBehaviorName,
      sections: behaviorForm(defaultBehaviorForm, (behavior ?? {}) as Behavior),
      node: nodeId(owner, 'behavior', 'default'),
      isRemovable: false,
    }
  }
  const at = path.slice(0, 5)
  const item = valueAt(document, at)
  if (typeof index !== 'number' || typeof item !== 'object' || item === null) return undefined
  const { key } = item as { key: string }
  const kinds = {
    CacheBehaviors: ['behavior', 'Cache behavior', 'CacheBehavior', nameOf((item as Behavior).PathPattern)],
    Origins: ['origin', 'Origin', 'Origin', nameOf((item as Origin).Id)],
    OriginGroups: ['group', 'Origin group', 'OriginGroup', nameOf((item as OriginGroup).Id)],
  } as const
  const kind = Object.hasOwn(kinds, String(list)) ? kinds[list as keyof typeof kinds] : undefined
  if (!kind) return undefined
  const [id, kindLabel, shape, title] = kind
  const sections = formOf[id](item)
  return {
    path: at,
    owner,
    kindLabel,
    shape,
    title,
    sections,
    node: nodeId(owner, id, key),
    isRemovable: true,
  }
}

/** The thing at or above a path; undefined where the path leads nowhere. */
export function thingAt(document: DesignDocument, path: Path | undefined): Thing | undefined {
  const [root, owner] = path ?? []
  if (!path || root !== 'resources' || typeof owner !== 'string') return undefined
  const resource = document.resources[owner]
  if (!resource) return undefined
  const base: Path = ['resources', owner, 'config']
  if (resource.type === 'Distribution')
    return (
      partOf(document, owner, path) ?? {
        path: base,
        owner,
        kindLabel: 'Distribution',
        shape: 'Distribution',
        title: owner,
        sections: nodeForms.distribution,
        node: nodeId(owner, 'distribution', ''),
        isRemovable: true,
      }
    )
  // A foreign type has no form; its raw fields are shown.
  const sections = resourceKind(resource.type)?.form ?? []
  const isReadOnly = 'isPartial' in resource
  return {
    path: base,
    owner,
    kindLabel: kindWords(resource.type),
    // A foreign type has no page in the table, and no form.
    shape: resource.type as ResourceType,
    title: owner,
    sections,
    node: undefined,
    isRemovable: !isReadOnly,
    ...(isReadOnly && { isReadOnly: true as const }),
  }
}

/** The node that a finding belongs to: of its thing, or of the first behavior or origin that uses the resource. */
export function nodeOfPath(document: DesignDocument, path: Path): string | undefined {
  const thing = thingAt(document, path)
  if (!thing || thing.node) return thing?.node
  return thingAt(document, allUsers(document).get(thing.owner)?.[0])?.node
}
