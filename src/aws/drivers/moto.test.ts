/** Key groups and public keys against moto's server, which others wrote; ministack has its own idea of the same. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { driversFor } from './index.ts'

const encoded = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2Pd1TbBTLJ0wm5LHaR1NcJ0BqHhh
Kk9SXvB2uTgPHm0LXoXmP3DFQ3WnXc1pyBQ6PzLrk1wGsT3x1fQ2d0rZ3A==
-----END PUBLIC KEY-----
`
const servers: StandIn[] = []
const accounts: Record<string, JournaledAccount> = {}

beforeAll(async () => {
  for (const [name, start] of [
    ['moto', startMoto],
    ['ministack', startMinistack],
  ] as const) {
    const server = await start()
    servers.push(server)
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    const { endpoint } = server
    const aws = new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
    accounts[name] = new JournaledAccount(driversFor(aws))
  }
}, 90_000)
afterAll(async () => {
  for (const server of servers) await server.stop()
})

const signed = distribution(
  {
    DefaultCacheBehavior: defaultBehavior('web', {
      TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Viewers' }] },
    }),
  },
  {
    Key: { type: 'PublicKey', config: { Name: 'key', EncodedKey: encoded, Comment: '' } },
    Viewers: { type: 'KeyGroup', config: { Name: 'viewers', Items: [{ ref: 'Key' }], Comment: '' } },
  },
)
const { Key: key, Viewers: viewers } = signed.resources
const keysOnly = { ...signed, resources: { ...(key && { Key: key }), ...(viewers && { Viewers: viewers }) } }

const accountOf = (name: string): JournaledAccount => {
  const account = accounts[name]
  if (!account) throw new Error(`There is no ${name}.`)
  return account
}

test.each(['moto', 'ministack'])(
  '%s: a key and its group are made in order, found again, and nothing is left to do',
  async (name) => {
    const account = accountOf(name)
    const { plan, progress } = await account.apply(keysOnly)
    expect(plan.steps.map(({ resource, action }) => `${action} ${resource}`)).toEqual([
      'create Key',
      'create Viewers',
    ])
    expect(progress.map(({ status }) => status)).toEqual(['running', 'done', 'running', 'done'])
    const second = await account.plan(keysOnly)
    expect(second.plan.steps.map(({ action, changes }) => [action, changes])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
    ])
    expect(second.live['Viewers']?.config['Items']).toEqual([second.live['Key']?.physicalId])
  },
)

test('ministack: a key that a group uses is not deleted, and stays without a failure', async () => {
  const { drivers } = accountOf('ministack')
  const { live } = await accountOf('ministack').plan(keysOnly)
  const made = live['Key']
  if (!made) throw new Error('The key was made.')
  await expect(drivers.PublicKey?.delete(made)).rejects.toThrow(/stays: something else/)
})
