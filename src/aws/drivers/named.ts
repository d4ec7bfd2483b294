/** What the drivers of resources that are one config under one name, with an id and an ETag, have in common. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { keepingReference, referenceOf } from '#core/plan/caller-reference.ts'
import { type Candidate, DriverFailure, type ListedPage, type ResourceDriver } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import type { Tags } from '#core/plan/tags.ts'
import type { TaggableDriver } from './tagged.ts'

export interface Reply {
  readonly id: string | undefined
  readonly arn?: string | undefined
  readonly etag: string | undefined
  readonly domainName?: string | undefined
  readonly config: object | undefined
}
/** What a list of the API names; either may be missing in an answer. */
export interface ListReply {
  readonly items: readonly {
    readonly id: string | undefined
    readonly name: string | undefined
    readonly arn?: string | undefined
    readonly domainName?: string | undefined
  }[]
  readonly next: string | undefined
}
/** The operations of one kind; each mirrors one call of the SDK. */
export interface Operations {
  readonly type: ResourceType
  /** Ids and names, a page at a time. */
  readonly list: (marker: string | undefined) => Promise<ListReply>
  readonly get: (id: string) => Promise<Reply>
  readonly create: (config: JsonObject, id: LogicalId, tags?: Tags) => Promise<Reply>
  readonly update: (id: string, etag: string, config: JsonObject) => Promise<Reply>
  readonly delete: (id: string, etag: string) => Promise<unknown>
  /** Waits until what was made can be referred to. */
  readonly ready?: (id: string) => Promise<void>
  /** What else than its name CloudFront gives to one resource of this kind only. */
  readonly isTaken?: (live: Live, config: JsonObject) => boolean
}

/** An answer of the SDK as what is live; without its id or ETag nothing can be changed safely, so that is a failure. */
export function liveOf(type: ResourceType, { id, arn, etag, domainName, config }: Reply): Live {
  if (id === undefined || etag === undefined || config === undefined)
    throw new DriverFailure(
      `The answer for the ${type} lacks its id, its config or the ETag; is a proxy in between hiding the ETag header?`,
    )
  // What the SDK parsed is JSON but for dates, which configs do not hold.
  return {
    physicalId: id,
    etag,
    config: config as JsonObject,
    ...(arn !== undefined && { arn }),
    ...(domainName !== undefined && { domainName }),
  }
}

/** Every page of a list, one after the other. */
export async function* pagesOf<Item>(
  type: ResourceType,
  list: (marker: string | undefined) => Promise<{ items: readonly Item[]; next: string | undefined }>,
): AsyncGenerator<readonly Item[]> {
  let marker: string | undefined
  do {
    const page = await attempt(`Listing ${type} resources`, () => list(marker))
    yield page.items
    marker = page.next === '' ? undefined : page.next
  } while (marker !== undefined)
}

/** A page of a list as the port gives it. */
export const listedPage = ({ items, next }: ListReply): ListedPage => ({
  items: items.flatMap(({ id, name, arn, domainName }) =>
    id === undefined
      ? []
      : [
          {
            physicalId: id,
            name: name ?? id,
            ...(arn !== undefined && { arn }),
            ...(domainName !== undefined && { domainName }),
          },
        ],
  ),
  ...(next !== undefined && next !== '' && { next }),
})

export function namedDriver(operations: Operations): TaggableDriver {
  const { type, list, get, create, update, ready, isTaken } = operations
  const read = async (id: string) => {
    const reply = await unlessAbsent(`Reading the ${type} “${id}”`, () => get(id))
    return reply && liveOf(type, reply)
  }
  /** Without a name of its own a resource says only by its caller reference what it is. */
  const isWorthReading = (name: string | undefined, config: JsonObject) =>
    isTaken !== undefined ||
    (config['Name'] === undefined ? referenceOf(config) !== undefined : name === config['Name'])
  const candidateOf = (live: Live, config: JsonObject): readonly Candidate[] => {
    const reference = referenceOf(config)
    if (reference !== undefined && referenceOf(live.config) === reference) return [{ live, by: 'reference' }]
    const isNamesake =
      isTaken?.(live, config) ?? (config['Name'] !== undefined && live.config['Name'] === config['Name'])
    return isNamesake ? [{ live, by: 'name' }] : []
  }
  return {
    type,
    read,
    async candidates(_, config) {
      const found: Candidate[] = []
      for await (const items of pagesOf(type, list))
        for (const item of items) {
          if (item.id === undefined || !isWorthReading(item.name, config)) continue
          const live = await read(item.id)
          if (live) found.push(...candidateOf(live, config))
        }
      return found
    },
    async create(id, config, tags) {
      const live = liveOf(type, await attempt(`Creating “${id}”`, () => create(config, id, tags)))
      await ready?.(live.physicalId)
      return live
    },
    async update({ physicalId, etag, config: before }, config) {
      // A change repeats the caller reference with which the resource was made.
      const complete = keepingReference(type, config, before)
      const doing = `Changing the ${type} “${physicalId}”`
      return liveOf(type, await attempt(doing, () => update(physicalId, etag, complete)))
    },
    delete: ({ physicalId, etag }) =>
      deletion(`the ${type} “${physicalId}”`, () => operations.delete(physicalId, etag)),
    list: async (marker) => listedPage(await attempt(`Listing ${type} resources`, () => list(marker))),
  }
}

/** What stands under a name, for kinds whose name is their id. */
export async function candidatesNamed(
  { read }: Pick<ResourceDriver, 'read'>,
  { Name }: JsonObject,
): Promise<readonly Candidate[]> {
  const live = typeof Name === 'string' && Name !== '' ? await read(Name) : undefined
  return live ? [{ live, by: 'name' }] : []
}

/** A config of the plan as an input of the SDK: both are the API's shape, which the shape table has made. */
export const as = <T>(config: JsonObject): T => config as unknown as T
/** The input of one call of the SDK. */
export type Input<Name extends keyof CloudFront> = CloudFront[Name] extends (input: infer I) => unknown
  ? I
  : never

/** What follows a creation that succeeded: a refusal here does not mean that nothing was made. */
export async function afterwards<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw error instanceof DriverFailure ? new DriverFailure(error.message) : error
  }
}

const readyStep = 5_000
/** Asks until an answer is there; a failure that says what goes on where it takes longer than `limit` milliseconds. */
export async function until(what: string, limit: number, isReady: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + limit
  while (!(await isReady())) {
    if (Date.now() > end)
      throw new DriverFailure(
        `${what} takes longer than usual; AWS goes on with it, so apply again in some minutes.`,
      )
    await new Promise((done) => setTimeout(done, Math.min(readyStep, limit)))
  }
}
