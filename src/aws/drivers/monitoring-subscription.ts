/**
 * Additional metrics of a distribution: they have no name and no ETag, and there is one subscription or none.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateMonitoringSubscription.html
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { ResourceDriver } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import { as, type Input } from './named.ts'
import { refuseBeyond } from './narrow.ts'

export function monitoringSubscriptionDriver(aws: CloudFront): ResourceDriver {
  const read = async (DistributionId: string): Promise<Live | undefined> => {
    const doing = `Reading the metrics of “${DistributionId}”`
    const reply = await unlessAbsent(doing, () => aws.getMonitoringSubscription({ DistributionId }))
    if (!reply?.MonitoringSubscription) return undefined
    // What the SDK parsed is JSON.
    const MonitoringSubscription = reply.MonitoringSubscription as unknown as JsonObject
    return { physicalId: DistributionId, etag: '', config: { DistributionId, MonitoringSubscription } }
  }
  const put = async (config: JsonObject): Promise<Live> => {
    refuseBeyond('MonitoringSubscription', config)
    const physicalId = String(config['DistributionId'])
    await attempt(`Setting the metrics of “${physicalId}”`, () =>
      aws.createMonitoringSubscription(as<Input<'createMonitoringSubscription'>>(config)),
    )
    return { physicalId, etag: '', config }
  }
  return {
    type: 'MonitoringSubscription',
    read,
    async candidates(_, { DistributionId }) {
      // Before its distribution is made there is none.
      const isId = typeof DistributionId === 'string' && /^[A-Z0-9]+$/.test(DistributionId)
      const live = isId ? await read(DistributionId) : undefined
      return live ? [{ live, by: 'name' }] : []
    },
    create: (_, config) => put(config),
    update: (_, config) => put(config),
    delete: ({ physicalId: DistributionId }) =>
      deletion(`the metrics of “${DistributionId}”`, () =>
        aws.deleteMonitoringSubscription({ DistributionId }),
      ),
    of: async (distributionId) => ((await read(distributionId)) ? [distributionId] : []),
  }
}
