/** Edits of origins and origin groups that keep what refers to them right. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Origin, OriginGroup } from '#core/model/document.ts'
import { combine, type Edit, insertAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { freeKey, freeName } from './names.ts'
import { renameOriginScripts } from './scenarios.ts'

const configOf = (document: DesignDocument, owner: LogicalId) =>
  distributionsIn(document).find(({ id }) => id === owner)?.config ?? {}
const idsOf = (document: DesignDocument, owner: LogicalId): string[] => {
  const { Origins: origins = [], OriginGroups: groups = [] } = configOf(document, owner)
  return [...origins, ...groups].flatMap((one) => ('Id' in one ? [known(one.Id) ?? ''] : []))
}
const configPath = (owner: LogicalId): Path => ['resources', owner, 'config']

/** Adds an origin at the end; its Id and key are made free. */
export function addOrigin(
  document: DesignDocument,
  owner: LogicalId,
  preset: Partial<Origin>,
): { edit: Edit; key: string } {
  const Id = freeName(known(preset.Id) ?? 'origin', idsOf(document, owner))
  const { Origins: origins = [] } = configOf(document, owner)
  const key = freeKey(Id, origins)
  const origin: Origin = { DomainName: 'origin.example.com', ...preset, key, Id }
  const index = origins.length
  return { key, edit: insertAt([...configPath(owner), 'Origins'], index, origin, `Add origin “${Id}”`) }
}

/** Settings that a server of any kind has. */
const lasting = ['CustomHeaders', 'OriginShield', 'ConnectionAttempts', 'ConnectionTimeout'] as const

/** The name that nobody has chosen. */
const isUnnamed = (id: string) => /^origin(-\d+)?$/.test(id)

/**
 * Puts another origin in the place of one: what leads to it leads there from then on. A name that somebody chose stays,
 * and so do the settings that a server of any kind has.
 */
export function replaceOrigin(
  document: DesignDocument,
  owner: LogicalId,
  path: Path,
  preset: Partial<Origin>,
  what: string,
): Edit {
  // The path leads to an origin.
  const old = valueAt(document, path) as Origin
  const was = known(old.Id) ?? ''
  const others = idsOf(document, owner).filter((id) => id !== was)
  const Id = isUnnamed(was) ? freeName(known(preset.Id) ?? was, others) : was
  const kept = Object.fromEntries(
    lasting.flatMap((name) => (old[name] === undefined ? [] : [[name, old[name]]])),
  )
  // What nobody has named is new with its name; what somebody has stays where it stands on the drawing.
  const key = Id === was ? old.key : freeKey(Id, configOf(document, owner).Origins ?? [])
  const next = { DomainName: 'origin.example.com', ...preset, ...kept, key, Id }
  const rename = Id === was ? [] : [renameTarget(document, owner, path, was, Id)]
  return combine(`Replace “${was}” by ${what}`, [...rename, setAt(path, next)])
}

/** Adds an origin group of the first two origins. */
export function addOriginGroup(document: DesignDocument, owner: LogicalId): { edit: Edit; key: string } {
  const config = configOf(document, owner)
  const Id = freeName('failover', idsOf(document, owner))
  const members = (config.Origins ?? [])
    .slice(0, 2)
    .flatMap((origin) => ('Id' in origin ? [{ OriginId: origin.Id ?? '' }] : []))
  const key = freeKey(Id, config.OriginGroups)
  const group: OriginGroup = {
    key,
    Id,
    FailoverCriteria: { StatusCodes: [500, 502, 503, 504] },
    Members: members,
  }
  const index = config.OriginGroups?.length ?? 0
  return {
    key,
    edit: insertAt([...configPath(owner), 'OriginGroups'], index, group, `Add origin group “${Id}”`),
  }
}

/** Where the Id of an origin or group is named: behaviors' targets and groups' members. */
function referencesTo(document: DesignDocument, owner: LogicalId, id: string): Path[] {
  const config = configOf(document, owner)
  const at = configPath(owner)
  const targets: Path[] = []
  if (known(config.DefaultCacheBehavior)?.TargetOriginId === id)
    targets.push([...at, 'DefaultCacheBehavior', 'TargetOriginId'])
  for (const [index, behavior] of (config.CacheBehaviors ?? []).entries())
    if ('TargetOriginId' in behavior && behavior.TargetOriginId === id)
      targets.push([...at, 'CacheBehaviors', index, 'TargetOriginId'])
  for (const [index, group] of (config.OriginGroups ?? []).entries())
    for (const [member, one] of (('Members' in group && group.Members) || []).entries())
      if ('OriginId' in one && one.OriginId === id)
        targets.push([...at, 'OriginGroups', index, 'Members', member, 'OriginId'])
  return targets
}

/** Renames an origin or group together with everything that names it. `path` leads to the item. */
export function renameTarget(
  document: DesignDocument,
  owner: LogicalId,
  path: Path,
  from: string,
  to: string,
): Edit {
  const kind = path.includes('OriginGroups') ? 'origin group' : 'origin'
  const sharers = distributionsIn(document).filter(({ id }) => idsOf(document, id).includes(from))
  const edits = [
    setAt([...path, 'Id'], to),
    ...referencesTo(document, owner, from).map((place) => setAt(place, to)),
    renameOriginScripts(from, to, sharers.length < 2),
  ]
  return { ...combine(`Rename ${kind}`, edits), mergeKey: `rename ${path.join('/')}` }
}
