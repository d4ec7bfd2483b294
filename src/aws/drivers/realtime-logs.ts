/** Real-time log configurations: known by their ARN, without an ETag; the last writer wins at AWS. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { JsonObject } from '#core/model/field.ts'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, type Input, namedDriver } from './named.ts'

interface Told {
  readonly ARN?: string | undefined
  readonly Name?: string | undefined
  readonly SamplingRate?: number | undefined
  readonly EndPoints?: readonly object[] | undefined
  readonly Fields?: readonly string[] | undefined
}
const replyOf = ({ ARN, ...config }: Told = {}) => ({ id: ARN, arn: ARN, etag: '', config })

export const realtimeLogConfigDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'RealtimeLogConfig',
    async list(Marker) {
      const { RealtimeLogConfigs: page } = await aws.listRealtimeLogConfigs(Marker ? { Marker } : {})
      const items = (page?.Items ?? []).map(({ ARN, Name }) => ({ id: ARN, name: Name }))
      return { items, next: page?.NextMarker }
    },
    async get(ARN) {
      return replyOf((await aws.getRealtimeLogConfig({ ARN })).RealtimeLogConfig)
    },
    async create(config) {
      return replyOf(
        (await aws.createRealtimeLogConfig(as<Input<'createRealtimeLogConfig'>>(config))).RealtimeLogConfig,
      )
    },
    async update(ARN, _, config) {
      // An update names the whole configuration; the ARN says which one.
      const { Name: __, ...rest } = config as JsonObject & { readonly Name?: string }
      return replyOf((await aws.updateRealtimeLogConfig({ ...rest, ARN })).RealtimeLogConfig)
    },
    delete: (ARN) => aws.deleteRealtimeLogConfig({ ARN }),
  })
