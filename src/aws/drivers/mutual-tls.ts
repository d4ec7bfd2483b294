/** What viewers' certificates are held against: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewer-mtls.html */
import { type CloudFront, FunctionStage } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from '#aws/errors.ts'
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from '#core/plan/diff.ts'
import { changeable, settingsOf, untilStatus } from './flat.ts'
import { afterwards, as, type Input, liveOf, namedDriver } from './named.ts'
import { refuseBeyond } from './narrow.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const readingLimit = 10 * 60_000

/** CloudFront reads the bundle once and never tells where it was from. */
export const trustStoreDriver = (aws: CloudFront): TaggableDriver => {
  const ready = (Identifier: string) =>
    untilStatus(
      `Reading the certificates of the trust store “${Identifier}”`,
      readingLimit,
      'active',
      async () => {
        const { TrustStore: store } = await aws.getTrustStore({ Identifier })
        return { status: store?.Status, reason: store?.Reason }
      },
    )
  return namedDriver({
    type: 'TrustStore',
    async list(Marker) {
      const { TrustStoreList = [], NextMarker } = await aws.listTrustStores(Marker ? { Marker } : {})
      const items = TrustStoreList.map(({ Id, Name, Arn }) => ({ id: Id, name: Name, arn: Arn }))
      return { items, next: NextMarker }
    },
    async get(Identifier) {
      const { TrustStore: store, ETag } = await aws.getTrustStore({ Identifier })
      const config = settingsOf(store, ['NumberOfCaCertificates', 'Reason'])
      return { id: store?.Id, arn: store?.Arn, etag: ETag, config }
    },
    async create(config, _, tags) {
      const { TrustStore: store, ETag } = await aws.createTrustStore({
        ...as<Input<'createTrustStore'>>(config),
        ...tagsInput(tags),
      })
      return { id: store?.Id, arn: store?.Arn, etag: ETag, config }
    },
    async update(Id, IfMatch, config) {
      // The bundle is the whole body of this request.
      refuseBeyond('TrustStore', config)
      const { TrustStore: store, ETag } = await aws.updateTrustStore({
        ...as<Input<'updateTrustStore'>>(changeable(config, ['Name'])),
        Id,
        IfMatch,
      })
      await afterwards(() => ready(Id))
      return { id: Id, arn: store?.Arn, etag: ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteTrustStore({ Id, IfMatch }),
    ready,
  })
}

const inputOf = (config: JsonObject) => ({
  ...as<Pick<Input<'createConnectionFunction'>, 'Name' | 'ConnectionFunctionConfig'>>(
    changeable(config, ['AutoPublish', 'ConnectionFunctionCode']),
  ),
  ConnectionFunctionCode: new TextEncoder().encode(String(config['ConnectionFunctionCode'] ?? '')),
})

/** A connection function: published after each change, as `AutoPublish` asks. */
export function connectionFunctionDriver(aws: CloudFront): TaggableDriver {
  async function stageOf(Identifier: string, Stage: FunctionStage) {
    const doing = `Reading the connection function “${Identifier}”`
    const described = await unlessAbsent(doing, () => aws.describeConnectionFunction({ Identifier, Stage }))
    if (!described) return undefined
    const reply = await unlessAbsent(doing, () => aws.getConnectionFunction({ Identifier, Stage }))
    const { ConnectionFunctionSummary: summary, ETag: etag } = described
    const code = reply ? new TextDecoder().decode(reply.ConnectionFunctionCode) : ''
    return {
      etag,
      summary,
      config: { ...settingsOf(summary, ['ConnectionFunctionArn', 'Stage']), ConnectionFunctionCode: code },
    }
  }
  async function get(Identifier: string) {
    const development = await stageOf(Identifier, FunctionStage.DEVELOPMENT)
    const published = await stageOf(Identifier, FunctionStage.LIVE)
    const { etag, summary, config } = development ?? {}
    // False after a run that was cut off before publishing.
    const AutoPublish = published !== undefined && changesBetween(published.config, config ?? {}).length === 0
    return {
      id: summary?.Id,
      arn: summary?.ConnectionFunctionArn,
      etag,
      config: config && { ...config, AutoPublish },
    }
  }
  async function publish(Id: string, IfMatch: string | undefined, config: JsonObject) {
    if (config['AutoPublish'] !== false)
      await attempt(`Publishing “${Id}”`, () => aws.publishConnectionFunction({ Id, IfMatch }))
    return get(Id)
  }
  const named = namedDriver({
    type: 'ConnectionFunction',
    async list(Marker) {
      const { ConnectionFunctions = [], NextMarker } = await aws.listConnectionFunctions({
        Stage: 'DEVELOPMENT',
        ...(Marker !== undefined && { Marker }),
      })
      const items = ConnectionFunctions.map(({ Id, Name }) => ({ id: Id, name: Name }))
      return { items, next: NextMarker }
    },
    get,
    async create(config, _, tags) {
      const { ConnectionFunctionSummary: summary, ETag } = await aws.createConnectionFunction({
        ...inputOf(config),
        ...tagsInput(tags),
      })
      return afterwards(() => publish(summary?.Id ?? '', ETag, config))
    },
    async update(Id, IfMatch, config) {
      const { Name: _, ...input } = inputOf(config)
      const { ETag } = await aws.updateConnectionFunction({ ...input, Id, IfMatch })
      return afterwards(() => publish(Id, ETag, config))
    },
    delete: (Id, IfMatch) => aws.deleteConnectionFunction({ Id, IfMatch }),
  })
  return {
    ...named,
    async read(id) {
      const reply = await get(id)
      return reply.config && liveOf('ConnectionFunction', reply)
    },
  }
}
