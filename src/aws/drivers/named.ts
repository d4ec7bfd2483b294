/** What the drivers of resources that are one config under one name, with an id and an ETag, have in common. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ListedPage, type ResourceDriver } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'

export interface Reply {
  readonly id: string | undefined
  readonly arn?: string | undefined
  readonly etag: string | undefined
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
  readonly create: (config: JsonObject, id: LogicalId) => Promise<Reply>
  readonly update: (id: string, etag: string, config: JsonObject) => Promise<Reply>
  readonly delete: (id: string, etag: string) => Promise<unknown>
  /** Waits until what was made can be referred to. */
  readonly ready?: (id: string) => Promise<void>
  /** Whether a listed one is the design's; by default its name is the design's `Name`. */
  readonly isWanted?: (live: Live, id: LogicalId, config: JsonObject) => boolean
}

/** An answer of the SDK as what is live; without its id or ETag nothing can be changed safely, so that is a failure. */
export function liveOf(type: ResourceType, { id, arn, etag, config }: Reply): Live {
  if (id === undefined || etag === undefined || config === undefined)
    throw new DriverFailure(
      `The answer for the ${type} lacks its id, its config or the ETag; is a proxy in between hiding the ETag header?`,
    )
  // What the SDK parsed is JSON but for dates, which configs do not hold.
  return { physicalId: id, etag, config: config as JsonObject, ...(arn !== undefined && { arn }) }
}

/** Every page of a list, one after the other. */
export async function* pagesOf(
  type: ResourceType,
  list: Operations['list'],
): AsyncGenerator<ListReply['items']> {
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

export function namedDriver(operations: Operations): ResourceDriver {
  const { type, list, get, create, update, ready, isWanted } = operations
  const read = async (id: string) => {
    const reply = await unlessAbsent(`Reading the ${type} “${id}”`, () => get(id))
    return reply && liveOf(type, reply)
  }
  const isNamed = (name: string | undefined, config: JsonObject) =>
    isWanted !== undefined || name === config['Name']
  return {
    type,
    read,
    async find(id, config) {
      for await (const items of pagesOf(type, list))
        for (const item of items) {
          if (item.id === undefined || !isNamed(item.name, config)) continue
          const live = await read(item.id)
          if (live && (isWanted?.(live, id, config) ?? true)) return live
        }
      return undefined
    },
    async create(id, config) {
      const live = liveOf(type, await attempt(`Creating “${id}”`, () => create(config, id)))
      await ready?.(live.physicalId)
      return live
    },
    update: async ({ physicalId, etag }, config) =>
      liveOf(
        type,
        await attempt(`Changing the ${type} “${physicalId}”`, () => update(physicalId, etag, config)),
      ),
    delete: ({ physicalId, etag }) =>
      deletion(`the ${type} “${physicalId}”`, () => operations.delete(physicalId, etag)),
    list: async (marker) => listedPage(await attempt(`Listing ${type} resources`, () => list(marker))),
  }
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

/**
 * A config with a caller reference: the same for the same design, so that a run that was cut off finds what it had
 * made. The comment is part of it, since two designs may give their resources the same name.
 */
export function withReference(id: LogicalId, config: JsonObject): JsonObject {
  const given = config['CallerReference']
  if (typeof given === 'string' && given !== '') return config
  const comment = typeof config['Comment'] === 'string' ? config['Comment'] : ''
  return { ...config, CallerReference: comment === '' ? `frontage-${id}` : `frontage-${id}-${comment}` }
}
