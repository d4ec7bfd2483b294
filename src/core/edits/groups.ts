/** Edits of origin groups: put between a behavior and its origin, and membership. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, OriginGroup } from '#core/model/document.ts'
import { combine, type Edit, insertAt, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { freeKey, freeName } from './names.ts'

/** The statuses that a new group fails over on: the origin is in trouble, the object is not missing. */
export const usualFailover: readonly number[] = [500, 502, 503, 504]

/**
 * Puts a new origin group between a behavior and its origin: the origin is asked first, the first other origin
 * second. Gives the path of the group.
 */
export function insertGroup(
  document: DesignDocument,
  owner: LogicalId,
  behavior: Path,
  originId: string,
): { edit: Edit; path: Path } | undefined {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  if (!site) return undefined
  const { Origins: origins = [], OriginGroups: groups = [] } = site.config
  const ids = [...origins, ...groups].map((one) => ('Id' in one ? nameOf(one.Id) : ''))
  const other = origins
    .map((one) => ('Id' in one ? nameOf(one.Id) : ''))
    .find((id) => id !== originId && id !== '')
  const Id = freeName(`${originId}-failover`, ids)
  const group: OriginGroup = {
    key: freeKey(Id, groups),
    Id,
    FailoverCriteria: { StatusCodes: [...usualFailover] },
    Members: [originId, ...(other === undefined ? [] : [other])].map((OriginId) => ({ OriginId })),
  }
  const list: Path = [...site.path, 'OriginGroups']
  const edits = [insertAt(list, groups.length, group, ''), setAt([...behavior, 'TargetOriginId'], Id)]
  return { edit: combine(`Insert origin group “${Id}”`, edits), path: [...list, groups.length] }
}

/** Takes an origin out of a group. */
export function removeMember(document: DesignDocument, group: Path, originId: string): Edit {
  const { Members: members = [] } = valueAt(document, group) as OriginGroup // the caller's path leads to a group
  const left = members.filter((member) => !('OriginId' in member) || nameOf(member.OriginId) !== originId)
  return setAt([...group, 'Members'], left, `Take “${originId}” out of the group`)
}
