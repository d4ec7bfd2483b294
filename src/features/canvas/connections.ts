/** What connecting two nodes means, and why some cannot be connected. */
import { targetOrigin } from '#core/edits/behaviors.ts'
import { removeMember } from '#core/edits/groups.ts'
import type { DesignDocument, OriginGroup } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { CanvasEdge, CanvasNode } from '#things/project.ts'
import type { PaletteItem } from './palette/item.ts'

/** Why a connection cannot be made; undefined where it can. */
export function refusal(from: CanvasNode | undefined, to: CanvasNode | undefined): string | undefined {
  if (!from || !to) return 'There is nothing to connect.'
  if (from.id === to.id) return 'A connection leads to another thing.'
  if (from.owner !== to.owner) return 'A distribution uses its own origins only.'
  if (from.kind === 'behavior' && (to.kind === 'origin' || to.kind === 'group')) return undefined
  if (from.kind === 'behavior') return 'A behavior sends requests to an origin or a group.'
  if (from.kind === 'group' && to.kind === 'origin') return undefined
  if (from.kind === 'group') return 'The members of a group are origins.'
  return 'Connections begin at behaviors and groups.'
}

const idAt = (document: DesignDocument, node: CanvasNode): string | undefined => {
  const id = valueAt(document, [...node.path, 'Id'])
  return typeof id === 'string' ? id : undefined
}

/** The edit that a connection stands for; undefined where it is refused. */
export function connect(document: DesignDocument, from: CanvasNode, to: CanvasNode): Edit | undefined {
  const id = refusal(from, to) === undefined ? idAt(document, to) : undefined
  if (id === undefined) return undefined
  if (from.kind === 'behavior') return targetOrigin(from.path, id)
  // The node is a group's, by its kind.
  const { Members: members = [] } = valueAt(document, from.path) as OriginGroup
  const others = members.filter((member) => 'OriginId' in member && member.OriginId !== id)
  return setAt([...from.path, 'Members'], [...others.slice(0, 1), { OriginId: id }], `Fail over to “${id}”`)
}

/** Moves the end of an edge to another node: a behavior's target, or one member of a group in its place. */
export function reconnect(
  document: DesignDocument,
  edge: CanvasEdge,
  from: CanvasNode,
  was: CanvasNode,
  to: CanvasNode,
): Edit | undefined {
  if (edge.is !== 'member') return connect(document, from, to)
  const [before, after] = [idAt(document, was), idAt(document, to)]
  if (refusal(from, to) !== undefined || after === undefined || before === after) return undefined
  // The node is a group's, by the kind of its edge.
  const { Members: members = [] } = valueAt(document, from.path) as OriginGroup
  const next = members
    .filter((member) => !('OriginId' in member) || nameOf(member.OriginId) !== after)
    .map((member) =>
      'OriginId' in member && nameOf(member.OriginId) === before ? { ...member, OriginId: after } : member,
    )
  return setAt([...from.path, 'Members'], next, `Fail over with “${after}”`)
}

/** What letting go of an edge's end on nothing means: a member leaves its group; a behavior keeps its target. */
export function disconnect(
  document: DesignDocument,
  edge: CanvasEdge,
  from: CanvasNode,
  to: CanvasNode,
): Edit | undefined {
  const id = idAt(document, to)
  return edge.is === 'member' && id !== undefined ? removeMember(document, from.path, id) : undefined
}

/** Why an item of the palette cannot be put on a node; undefined where it can. */
export function dropRefusal({ on }: Pick<PaletteItem, 'on'>, { kind }: CanvasNode): string | undefined {
  if (on === undefined || on === kind) return undefined
  if (on === 'function') return 'It belongs on a CloudFront function.'
  return `It belongs on ${on === 'origin' ? 'an origin' : on === 'distribution' ? 'a distribution' : 'a cache behavior'}.`
}
