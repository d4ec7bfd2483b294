/** Policies and other resources that are one config under one name, with an id and an ETag. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from '#aws/errors.ts'
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ResourceDriver } from '#core/plan/apply.ts'
import type { Live } from '#core/plan/plan.ts'

interface Reply {
  readonly id: string | undefined
  readonly etag: string | undefined
  readonly config: object | undefined
}
/** The operations of one kind; each mirrors one call of the SDK. */
interface Operations {
  readonly type: ResourceType
  /** Ids and names, a page at a time. */
  readonly list: (
    marker: string | undefined,
  ) => Promise<{ items: { id: string | undefined; name: string | undefined }[]; next: string | undefined }>
  readonly get: (id: string) => Promise<Reply>
  readonly create: (config: JsonObject) => Promise<Reply>
  readonly update: (id: string, etag: string, config: JsonObject) => Promise<Reply>
}

function liveOf(type: ResourceType, reply: Reply): Live {
  const { id, etag, config } = reply
  if (id === undefined || etag === undefined || config === undefined)
    throw new DriverFailure(
      `The answer for the ${type} lacks its id, its config or the ETag; is a proxy in between hiding the ETag header?`,
    )
  // What the SDK parsed is JSON but for dates, which configs do not hold.
  return { physicalId: id, etag, config: config as JsonObject }
}

export function namedDriver({ type, list, get, create, update }: Operations): ResourceDriver {
  const read = async (id: string) => {
    const reply = await unlessAbsent(`Reading the ${type} “${id}”`, () => get(id))
    return reply && liveOf(type, reply)
  }
  return {
    type,
    read,
    async find(_, config) {
      let marker: string | undefined
      do {
        const page = await attempt(`Listing ${type} resources`, () => list(marker))
        const found = page.items.find(({ name }) => name === config['Name'])
        if (found?.id !== undefined) return read(found.id)
        marker = page.next
      } while (marker !== undefined && marker !== '')
      return undefined
    },
    create: async (id, config) => liveOf(type, await attempt(`Creating “${id}”`, () => create(config))),
    update: async ({ physicalId, etag }, config) =>
      liveOf(
        type,
        await attempt(`Changing the ${type} “${physicalId}”`, () => update(physicalId, etag, config)),
      ),
  }
}

// The SDK's inputs are the API's shape, which the plan has made by the shape table.
const as = <T>(config: JsonObject): T => config as unknown as T
type Input<Name extends keyof CloudFront> = CloudFront[Name] extends (input: infer I) => unknown ? I : never

export const cachePolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'CachePolicy',
    async list(Marker) {
      const { CachePolicyList: page } = await aws.listCachePolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ CachePolicy: one }) => ({
        id: one?.Id,
        name: one?.CachePolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getCachePolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.CachePolicyConfig }
    },
    async create(config) {
      const reply = await aws.createCachePolicy({
        CachePolicyConfig: as(config),
      } as Input<'createCachePolicy'>)
      return { id: reply.CachePolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateCachePolicy({ Id, IfMatch, CachePolicyConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
  })

export const originRequestPolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'OriginRequestPolicy',
    async list(Marker) {
      const { OriginRequestPolicyList: page } = await aws.listOriginRequestPolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ OriginRequestPolicy: one }) => ({
        id: one?.Id,
        name: one?.OriginRequestPolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getOriginRequestPolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.OriginRequestPolicyConfig }
    },
    async create(config) {
      const reply = await aws.createOriginRequestPolicy({ OriginRequestPolicyConfig: as(config) })
      return { id: reply.OriginRequestPolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateOriginRequestPolicy({
        Id,
        IfMatch,
        OriginRequestPolicyConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
  })

export const responseHeadersPolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'ResponseHeadersPolicy',
    async list(Marker) {
      const { ResponseHeadersPolicyList: page } = await aws.listResponseHeadersPolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ ResponseHeadersPolicy: one }) => ({
        id: one?.Id,
        name: one?.ResponseHeadersPolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getResponseHeadersPolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.ResponseHeadersPolicyConfig }
    },
    async create(config) {
      const reply = await aws.createResponseHeadersPolicy({ ResponseHeadersPolicyConfig: as(config) })
      return { id: reply.ResponseHeadersPolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateResponseHeadersPolicy({
        Id,
        IfMatch,
        ResponseHeadersPolicyConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
  })

export const originAccessControlDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'OriginAccessControl',
    async list(Marker) {
      const { OriginAccessControlList: page } = await aws.listOriginAccessControls(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const reply = await aws.getOriginAccessControlConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.OriginAccessControlConfig }
    },
    async create(config) {
      const reply = await aws.createOriginAccessControl({ OriginAccessControlConfig: as(config) })
      return { id: reply.OriginAccessControl?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateOriginAccessControl({
        Id,
        IfMatch,
        OriginAccessControlConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
  })

export const keyGroupDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'KeyGroup',
    async list(Marker) {
      const { KeyGroupList: page } = await aws.listKeyGroups(Marker ? { Marker } : {})
      const items = (page?.Items ?? []).map(({ KeyGroup: one }) => ({
        id: one?.Id,
        name: one?.KeyGroupConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getKeyGroupConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.KeyGroupConfig }
    },
    async create(config) {
      const reply = await aws.createKeyGroup({ KeyGroupConfig: as(config) })
      return { id: reply.KeyGroup?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateKeyGroup({ Id, IfMatch, KeyGroupConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
  })

export const publicKeyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'PublicKey',
    async list(Marker) {
      const { PublicKeyList: page } = await aws.listPublicKeys(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const reply = await aws.getPublicKeyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.PublicKeyConfig }
    },
    async create(config) {
      const reply = await aws.createPublicKey({
        PublicKeyConfig: as({ CallerReference: String(config['Name']), ...config }),
      })
      return { id: reply.PublicKey?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updatePublicKey({ Id, IfMatch, PublicKeyConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
  })
