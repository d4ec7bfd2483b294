/**
 * Whether a resource of the account is the design's. It is proven (a journal, an exact caller reference, a person's
 * word) or it is not; what merely stands under the same name or looks alike is told, and never touched.
 */
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { referenceOf } from './caller-reference.ts'
import { type Change, changesBetween } from './diff.ts'
import type { Candidate, ResourceDriver } from './driver.ts'
import type { Owned } from './journal.ts'
import { fixedChanges } from './replace.ts'
import type { Live } from './resolve.ts'

/** Why a resource is taken for the design's; `new` where none is. */
export type Because = 'journal' | 'caller-reference' | 'adopted' | 'imported' | 'new'

export interface OwnershipConflict {
  readonly resource: LogicalId
  readonly type: ResourceType
  /** `foreign`: what CloudFront gives only once is taken. `lookalike`: it may be the same thing, and nobody said so. */
  readonly kind: 'foreign' | 'lookalike'
  readonly candidates: readonly { readonly id: string; readonly differences: readonly Change[] }[]
  readonly text: string
}
export interface Claim {
  readonly because: Because
  readonly live?: Live
  readonly conflict?: OwnershipConflict
}

const nothing: Claim = { because: 'new' }

/** A function that was made and not published yet is still what was sent. */
const isAsSent = (live: Live, sent: JsonObject): boolean =>
  changesBetween(live.config, sent).every(({ path }) => path[0] === 'AutoPublish')

/**
 * The resource of a creation of which no answer came: made with the reference that the journal holds, or, where its
 * kind has none, under its name exactly as it was sent.
 */
export async function findPending(
  driver: ResourceDriver,
  { resource, sent }: Owned,
): Promise<Live | undefined> {
  const found = await driver.candidates(resource, sent)
  const exact = found.find(({ by }) => by === 'reference')
  if (exact || referenceOf(sent) !== undefined) return exact?.live
  return found.find(({ by, live }) => by === 'name' && isAsSent(live, sent))?.live
}

/** What a journal knows; a resource that is its name gives way to another one where the design gives it a new name. */
export async function readOwned(
  driver: ResourceDriver,
  owned: Owned | undefined,
  wanted: JsonObject,
): Promise<Claim | undefined> {
  if (owned?.type !== driver.type) return undefined
  const live =
    owned.physicalId === undefined ? await findPending(driver, owned) : await driver.read(owned.physicalId)
  if (!live || fixedChanges(driver.type, live.config, wanted).includes('Name')) return undefined
  return { live, because: owned.because }
}

const nameOf = (config: JsonObject): string => {
  const name = config['Name']
  return typeof name === 'string' && name !== '' ? ` “${name}”` : ''
}
const idsOf = (candidates: readonly Candidate[]) => candidates.map(({ live }) => live.physicalId).join(', ')

function conflictFor(
  id: LogicalId,
  type: ResourceType,
  wanted: JsonObject,
  candidates: readonly Candidate[],
): OwnershipConflict {
  const kind = candidates.some(({ by }) => by === 'name') ? 'foreign' : 'lookalike'
  const first = candidates[0]?.live.physicalId ?? ''
  const others = type === 'Distribution' ? 'an alternate domain name of this one' : `this name`
  const text =
    kind === 'foreign'
      ? `${type}${nameOf(wanted)} exists and is not Frontage's: ${idsOf(candidates)} has ${others}. Give “${id}” another, or take that one over with --adopt ${id}=${first}.`
      : `“${id}” looks like ${idsOf(candidates)}, and nothing proves that it is the same. Say so with --adopt ${id}=${first}, or make another beside it with --create ${id}.`
  return {
    resource: id,
    type,
    kind,
    candidates: candidates.map(({ live }) => ({
      id: live.physicalId,
      differences: changesBetween(live.config, wanted),
    })),
    text,
  }
}

/** The same for whoever has buttons and no command: what stands there, and what can be done. */
export function conflictInPage({ resource, type, kind, candidates }: OwnershipConflict): string {
  const ids = candidates.map(({ id }) => id).join(', ')
  if (kind === 'lookalike')
    return `“${resource}” looks like ${ids}, and nothing proves that it is the same: take it over, or make another beside it.`
  const what = type === 'Distribution' ? 'an alternate domain name' : 'the name'
  return `${ids} has ${what} of “${resource}” and is not Frontage's: take it over, or give “${resource}” another.`
}

interface Question {
  readonly driver: ResourceDriver
  readonly id: LogicalId
  readonly wanted: JsonObject
  /** Physical ids that are ours by other proof: they stand in nobody's way. */
  readonly ours: ReadonlySet<string>
  /** Those of them that no other resource of the design stands for. */
  readonly free: ReadonlySet<string>
  /** True where a person said that another is to be made beside what looks alike. */
  readonly isFresh: boolean
}

/** What of the account a resource would be that nothing proves yet. */
export async function claimUnknown({ driver, id, wanted, ours, free, isFresh }: Question): Promise<Claim> {
  const all = await driver.candidates(id, wanted)
  const exact = all.find(({ by }) => by === 'reference')
  if (exact) return { live: exact.live, because: 'caller-reference' }
  // It was made under another name of the design, or is what the design wanted before.
  const earlier = all.find(({ by, live }) => by === 'name' && free.has(live.physicalId))
  if (earlier) return { live: earlier.live, because: 'journal' }
  const foreign = all.filter(({ by, live }) => !ours.has(live.physicalId) && (by === 'name' || !isFresh))
  return foreign.length === 0
    ? nothing
    : { ...nothing, conflict: conflictFor(id, driver.type, wanted, foreign) }
}

/** A resource that is ours and wants a name that another one has. */
export async function nameTaken(
  { driver, id, wanted, ours }: Question,
  live: Live,
): Promise<OwnershipConflict | undefined> {
  const others = (await driver.candidates(id, wanted)).filter(
    ({ by, live: other }) =>
      by === 'name' && other.physicalId !== live.physicalId && !ours.has(other.physicalId),
  )
  return others.length === 0 ? undefined : conflictFor(id, driver.type, wanted, others)
}
