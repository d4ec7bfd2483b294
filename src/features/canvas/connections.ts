/** What connecting two nodes means, and why some cannot be connected. */
import { targetOrigin } from '#core/edits/behaviors.ts'
import type { DesignDocument, OriginGroup } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import type { CanvasNode } from '#nodes/project.ts'

/** Why a connection cannot be made; undefined where it can. */
export function refusal(from: CanvasNode | undefined, to: CanvasNode | undefined): string | undefined {
  if (!from || !to) return 'There is nothing to connect.'
  if (from.owner !== to.owner) return 'A distribution uses its own origins only.'
  if (from.kind === 'behavior' && (to.kind === 'origin' || to.kind === 'group')) return undefined
  if (from.kind === 'group' && to.kind === 'origin') return undefined
  if (from.kind === 'group') return 'The members of a group are origins.'
  return 'Only behaviors and origin groups are connected, with origins or groups.'
}

/** The edit that a connection stands for; undefined where it is refused. */
export function connect(document: DesignDocument, from: CanvasNode, to: CanvasNode): Edit | undefined {
  if (refusal(from, to) !== undefined) return undefined
  const id = valueAt(document, [...to.path, 'Id'])
  if (typeof id !== 'string') return undefined
  if (from.kind === 'behavior') return targetOrigin(from.path, id)
  // The node is a group's, by its kind.
  const { Members: members = [] } = valueAt(document, from.path) as OriginGroup
  const others = members.filter((member) => 'OriginId' in member && member.OriginId !== id)
  return setAt([...from.path, 'Members'], [...others.slice(0, 1), { OriginId: id }], `Fail over to “${id}”`)
}
