/**
 * Key value stores: known by their name. Their keys live behind an API of their own
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-kvp.html) and are not part of
 * a design; `ImportSource` fills a new store once.
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { as, candidatesNamed, type Input, namedDriver, until } from './named.ts'
import { refuseBeyond } from './narrow.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const provisioningLimit = 5 * 60_000

export function keyValueStoreDriver(aws: CloudFront): TaggableDriver {
  const describe = async (Name: string) => {
    const { KeyValueStore: store, ETag: etag } = await aws.describeKeyValueStore({ Name })
    const config = store && { Name: store.Name ?? Name, Comment: store.Comment ?? '' }
    return { id: store?.Name, arn: store?.ARN, etag, config }
  }
  /** An update holds the comment alone, so nothing else could be sent back. */
  const refuseUnknown = async (name: string) => {
    const { KeyValueStore: store } = await aws.describeKeyValueStore({ Name: name })
    const { Name, Id, ARN, Comment, Status, LastModifiedTime, ...unknown } = store ?? {}
    const [first] = Object.keys(unknown)
    if (first !== undefined)
      throw new DriverFailure(
        `The key value store “${name}” has “${first}”, which this version of Frontage does not know and an update could remove; change it in AWS.`,
        { isRefusal: true },
      )
  }
  const named = namedDriver({
    type: 'KeyValueStore',
    async list(Marker) {
      const { KeyValueStoreList: page } = await aws.listKeyValueStores(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Name, ARN }) => ({ id: Name, name: Name, arn: ARN })),
        next: page?.NextMarker,
      }
    },
    get: describe,
    async create(config, _, tags) {
      refuseBeyond('KeyValueStore', config)
      const { KeyValueStore: store, ETag: etag } = await aws.createKeyValueStore({
        ...as<Input<'createKeyValueStore'>>(config),
        ...tagsInput(tags),
      })
      return { id: store?.Name, arn: store?.ARN, etag, config }
    },
    async update(Name, IfMatch, { Comment }) {
      await refuseUnknown(Name)
      const reply = await aws.updateKeyValueStore({ Name, IfMatch, Comment: String(Comment ?? '') })
      const config: JsonObject = { Name, Comment: String(Comment ?? '') }
      return { id: Name, arn: reply.KeyValueStore?.ARN, etag: reply.ETag, config }
    },
    delete: (Name, IfMatch) => aws.deleteKeyValueStore({ Name, IfMatch }),
    // A function cannot be associated with a store that is still being filled.
    ready: (Name) =>
      until(`Filling the key value store “${Name}”`, provisioningLimit, async () => {
        const { KeyValueStore: store } = await aws.describeKeyValueStore({ Name })
        return store?.Status === undefined || store.Status.toUpperCase() === 'READY'
      }),
  })
  // The name is the id, so there is no need to list.
  return { ...named, candidates: (_, config) => candidatesNamed(named, config) }
}
