/** What is exported, before two implementations of the API that others wrote. */
import { CloudFront, type DistributionConfig } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/templates/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Each distribution of the corpus by itself; what is wrong on purpose is CloudFront's to refuse. */
const configs = Object.entries(texts).flatMap(([file, text]) => {
  if (file.includes('bad-')) return []
  const read = readSource(text)
  if (!read.ok) throw new Error(`${file} must be readable.`)
  const { document } = read.value
  return distributionsIn(document).map(({ id }): [name: string, config: DistributionConfig] => {
    const resources = Object.fromEntries(
      Object.entries(document.resources).filter(
        ([other, { type }]) => type !== 'Distribution' || other === id,
      ),
    )
    const { text: json } = writeFormat('distribution-config', { ...document, resources })
    return [`${file.split('/').at(-1)} ${id}`, JSON.parse(json)]
  })
})

const standIns: StandIn[] = []
const clients = new Map<string, CloudFront>()
beforeAll(async () => {
  const starts = { ministack: startMinistack, moto: startMoto }
  for (const [name, start] of Object.entries(starts)) {
    const standIn = await start()
    standIns.push(standIn)
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    clients.set(
      name,
      new CloudFront({ region: 'us-east-1', endpoint: standIn.endpoint, credentials, maxAttempts: 1 }),
    )
  }
}, 90_000)
afterAll(async () => {
  for (const standIn of standIns) await standIn.stop()
})

/** moto looks for the default target among the origins only, where CloudFront takes an origin group too. */
function asMotoTakesIt(config: DistributionConfig): DistributionConfig {
  const target = config.DefaultCacheBehavior?.TargetOriginId
  const group = config.OriginGroups?.Items?.find(({ Id }) => Id === target)
  const [primary] = group?.Members?.Items ?? []
  return config.DefaultCacheBehavior && primary
    ? {
        ...config,
        DefaultCacheBehavior: { ...config.DefaultCacheBehavior, TargetOriginId: primary.OriginId },
      }
    : config
}

test.each(['ministack', 'moto'])(
  '%s accepts every exported DistributionConfig and gives back what it was sent',
  async (name) => {
    expect(configs.length).toBeGreaterThan(12)
    for (const [site, exported] of configs) {
      const config = name === 'moto' ? asMotoTakesIt(exported) : exported
      const created = await clients.get(name)?.createDistribution({ DistributionConfig: config })
      const given = created?.Distribution?.DistributionConfig
      expect(
        given?.Origins?.Items?.map(({ Id }) => Id),
        site,
      ).toEqual(config.Origins?.Items?.map(({ Id }) => Id))
      expect(given?.DefaultCacheBehavior?.TargetOriginId, site).toBe(
        config.DefaultCacheBehavior?.TargetOriginId,
      )
    }
  },
  60_000,
)
