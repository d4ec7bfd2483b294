/** Names that move, over HTTP against ministack; and what it lacks, against the service's own model. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { distribution } from '#fixtures/build.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { designOf, galleryText } from '#fixtures/pinned.ts'
import { judge, serviceModel } from '#fixtures/service-model.ts'
import { domainOperations } from './domains.ts'
import { driversFor } from './drivers/index.ts'

let ministack: StandIn
beforeAll(async () => {
  ministack = await startMinistack()
}, 60_000)
afterAll(() => ministack?.stop())
const clientFor = (endpoint: string) =>
  new CloudFront({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: '100000000001', secretAccessKey: 'test' },
    maxAttempts: 1,
  })

test('a name is told with who has it, and moves in one step', async () => {
  const aws = clientFor(ministack.endpoint)
  const account = new JournaledAccount(driversFor(aws))
  const old = await account.apply(distribution({ Aliases: ['www.example.com'] }))
  const next = await new JournaledAccount(driversFor(aws), 'next').apply(
    distribution({ Comment: 'next' }),
    {},
    undefined,
    { fresh: new Set(['Site']) },
  )
  const [from = '', to = ''] = [old, next].map(({ live }) => live['Site']?.physicalId)
  const operations = domainOperations(aws)
  const holders = await operations.holders('www.example.com', to)
  expect(holders).toMatchObject([{ domain: 'www.example.com', type: 'distribution' }])
  await operations.move('www.example.com', to)
  const aliasesOf = async (Id: string) =>
    (await aws.getDistribution({ Id })).Distribution?.DistributionConfig?.Aliases?.Items ?? []
  expect([await aliasesOf(from), await aliasesOf(to)]).toEqual([[], ['www.example.com']])
})

test('a tenant says whether its records lead to it, and its caches are emptied', async () => {
  const aws = clientFor(ministack.endpoint)
  const design = designOf(galleryText('multi-tenant.yaml'))
  const { live } = await new JournaledAccount(driversFor(aws), 'tenants').apply(design, {}, undefined, {
    fresh: new Set(Object.keys(design.resources)),
  })
  const id = Object.keys(live).find((one) => design.resources[one]?.type === 'DistributionTenant') ?? ''
  const tenant = live[id]?.physicalId ?? ''
  const operations = domainOperations(aws)
  expect((await operations.dns(tenant)).map(({ status }) => status)).toContain('valid-configuration')
  const made = await operations.invalidateTenant(tenant, ['/a/*'], 'one')
  const { Invalidation } = await aws.getInvalidationForDistributionTenant({
    DistributionTenantId: tenant,
    Id: made,
  })
  expect(Invalidation?.InvalidationBatch?.Paths?.Items).toEqual(['/a/*'])
})

test('every request fits the model of the service', async () => {
  const model = serviceModel()
  const judged: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = 'GET', url = '/' } = request
    const one = judge(model, method, url, Buffer.concat(chunks).toString('utf8'))
    judged.push(...(one?.misfits ?? [`${method} ${url} is no operation`]))
    response.writeHead(200, { etag: 'v1' })
    response.end('<R><ValidationTokenHost>cloudfront</ValidationTokenHost></R>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // The server listens, so its address is one of IP.
  const { port } = server.address() as AddressInfo
  const operations = domainOperations(clientFor(`http://127.0.0.1:${port}`))
  for (const target of ['E1', 'dt_1']) {
    await operations.holders('www.example.com', target)
    await operations.move('www.example.com', target)
  }
  await operations.dns('dt_1')
  await operations.invalidateTenant('dt_1', ['/*'], 'one')
  expect(await operations.managedCertificate('dt_1')).toEqual({ status: 'none', tokens: [] })
  server.close()
  expect(judged).toEqual([])
})
