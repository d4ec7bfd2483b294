/**
 * Two accounts behind one endpoint, and two pages: a change reaches the account that it was decided for, or none.
 * ministack tells accounts apart by access keys that are their numbers.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driversFor } from '#aws/drivers/index.ts'
import { services } from '#aws/services.ts'
import type { Choice } from '#core/plan/account-choices.ts'
import { type JournalEntry, journalIn, ownedBy } from '#core/plan/journal.ts'
import type { Scope } from '#core/plan/scope.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { cloudFrontFunction, customOrigin, distribution } from '#fixtures/build.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { type RunningServer, startServer } from './server.ts'

const [a, b] = ['111111111111', '222222222222'] as const
let ministack: StandIn
let server: RunningServer
let token = ''

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'frontage-accounts-'))
  writeFileSync(join(root, 'index.html'), '<html><head></head><body>page</body></html>')
  const config = [a, b].map(
    (id) => `[profile of-${id}]\naws_access_key_id = ${id}\naws_secret_access_key = test\n`,
  )
  writeFileSync(join(root, 'config'), config.join('\n'))
  process.env['AWS_CONFIG_FILE'] = join(root, 'config')
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(root, 'none')
  ministack = await startMinistack()
  server = await startServer({ root, port: 0, endpoint: ministack.endpoint, profile: `of-${a}` })
  const text = await (await fetch(server.url)).text()
  token = /name="frontage-token" content="([^"]+)"/.exec(text)?.[1] ?? ''
}, 90_000)
afterAll(async () => {
  await server?.close()
  await ministack?.stop()
})

const clientOf = (account: string) =>
  new CloudFront({
    region: 'us-east-1',
    endpoint: ministack.endpoint,
    credentials: { accessKeyId: account, secretAccessKey: 'test' },
    maxAttempts: 1,
  })
const namesIn = async (account: string): Promise<readonly string[]> =>
  ((await clientOf(account).listFunctions({ Stage: 'DEVELOPMENT' })).FunctionList?.Items ?? []).map(
    ({ Name = '' }) => Name,
  )

const send = (path: string, method: string, page: string, more: Record<string, string> = {}, body?: string) =>
  fetch(`${server.url.replace(/\/$/, '')}${path}`, {
    method,
    headers: {
      'x-frontage-token': token,
      'x-frontage-page': page,
      origin: server.url.replace(/\/$/, ''),
      ...more,
    },
    ...(body !== undefined && { body }),
  })
const choose = (page: string, account: string) => send('/account/profile', 'PUT', page, {}, `of-${account}`)
const policy = (name: string) =>
  `<CachePolicyConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Name>${name}</Name><MinTTL>0</MinTTL></CachePolicyConfig>`
const create = (page: string, name: string, account?: string) =>
  send(
    '/aws/2020-05-31/cache-policy',
    'POST',
    page,
    { 'content-type': 'text/xml', ...(account !== undefined && { 'x-frontage-account': account }) },
    policy(name),
  )
const policiesIn = async (account: string): Promise<readonly string[]> =>
  ((await clientOf(account).listCachePolicies({ Type: 'custom' })).CachePolicyList?.Items ?? []).map(
    (one) => one.CachePolicy?.CachePolicyConfig?.Name ?? '',
  )

const pages = ['page-number-one', 'page-number-two'] as const
interface Case {
  /** Which account each page has chosen. */
  readonly chosen: readonly [one: string, two: string]
  readonly from: 0 | 1
  readonly decidedFor: string | undefined
}
const cases: readonly Case[] = ([a, b] as const).flatMap((one) =>
  ([a, b] as const).flatMap((two) =>
    ([0, 1] as const).flatMap((from) =>
      [a, b, 'unknown', undefined].map((decidedFor) => ({ chosen: [one, two] as const, from, decidedFor })),
    ),
  ),
)

test.each(cases)(
  'a page with the account $chosen that decided for $decidedFor writes there or nowhere (from $from)',
  async ({ chosen, from, decidedFor }) => {
    for (const [index, page] of pages.entries()) await choose(page, chosen[index] ?? '')
    const name = `p-${chosen.join('-')}-${from}-${decidedFor}`
    const { status } = await create(pages[from], name, decidedFor)
    const isMeant = chosen[from] === decidedFor
    expect(status).toBe(isMeant ? 201 : 403)
    for (const account of [a, b])
      expect((await policiesIn(account)).includes(name)).toBe(isMeant && account === decidedFor)
  },
)

test('a page that chose nothing signs as the server was started, whatever others chose', async () => {
  await choose(pages[0], b)
  const fresh = await (await send('/account', 'GET', 'page-number-three')).json()
  expect(fresh).toMatchObject({ account: a, partition: 'aws', profile: `of-${a}` })
  expect(await (await send('/account', 'GET', pages[0])).json()).toMatchObject({ account: b })
})

const scopeOf = (account: string): Scope => ({ endpoint: ministack.endpoint, account, partition: 'aws' })
const edge = (Name: string, host = 'one') => {
  const { config } = cloudFrontFunction('function handler(event) { return event.request }')
  return distribution(
    { Origins: [customOrigin('web', { DomainName: `${host}.example.org` })] },
    { Fn: { type: 'Function', config: { ...config, Name } } },
  )
}
const handMade = (account: string, Name: string) =>
  clientOf(account).createFunction({
    Name,
    FunctionConfig: { Comment: 'by hand', Runtime: 'cloudfront-js-2.0' },
    FunctionCode: new TextEncoder().encode('HAND MADE'),
  })
const codeIn = async (account: string, Name: string): Promise<string> =>
  new TextDecoder().decode((await clientOf(account).getFunction({ Name, Stage: 'DEVELOPMENT' })).FunctionCode)

test('what was made in one account is neither changed nor deleted in another, though its name is there', async () => {
  const one = new JournaledAccount(driversFor(clientOf(a)), 'one')
  await one.apply(edge('edge'), { scope: scopeOf(a) })
  await handMade(b, 'edge')
  const other = new JournaledAccount(driversFor(clientOf(b)), 'two')
  other.journal.push(...one.journal)
  const owned = ownedBy(journalIn(other.journal, scopeOf(b)))
  expect(owned).toEqual([])
  const { plan } = await other.plan(edge('edge'), { owned })
  expect(plan.conflicts).toMatchObject([{ resource: 'Fn', kind: 'foreign', candidates: [{ id: 'edge' }] }])
  const { steps } = (await other.plan(distribution(), { owned })).plan
  expect(steps.map(({ action }) => action)).toEqual(['create'])
  const { progress } = await other.apply(edge('edge'), {}, undefined, { owned })
  expect(progress).toMatchObject([{ status: 'failed', message: expect.stringContaining('--adopt Fn=edge') }])
  expect(await codeIn(b, 'edge')).toBe('HAND MADE')
})

test('a function that somebody made by hand is taken over by its name only where a person says so', async () => {
  await handMade(a, 'shared')
  const person = new JournaledAccount(driversFor(clientOf(a)), 'person')
  const design = edge('shared', 'shared')
  expect((await person.apply(design)).progress).toMatchObject([{ status: 'failed' }])
  expect(await codeIn(a, 'shared')).toBe('HAND MADE')
  const known = { ids: { Fn: 'shared' } }
  const { plan } = await person.plan(design, known)
  expect(plan.steps[0]).toMatchObject({
    action: 'update',
    because: 'adopted',
    target: { physicalId: 'shared' },
  })
  await person.apply(design, {}, undefined, known)
  expect(await codeIn(a, 'shared')).not.toBe('HAND MADE')
  expect((await person.plan(design)).plan.steps[0]).toMatchObject({ action: 'unchanged', because: 'journal' })
  expect((await person.plan(distribution())).plan.stays).toMatchObject([{ resource: 'Fn', id: 'shared' }])
})

test('two people whose designs have the same logical ids and origin have two sites, or one of them is refused', async () => {
  const entries: JournalEntry[] = []
  const prod = distribution({ Aliases: ['shop.example.com'], Comment: 'production' })
  const preview = distribution({ Comment: 'preview of branch 42' })
  const first = new JournaledAccount(driversFor(clientOf(b)), 'first')
  const { live } = await first.apply(prod, { record: (entry) => void entries.push(entry) })
  const second = new JournaledAccount(driversFor(clientOf(b)), 'second')
  const { plan } = await second.plan(preview)
  expect(plan.conflicts).toMatchObject([
    { kind: 'lookalike', candidates: [{ id: live['Site']?.physicalId, differences: expect.anything() }] },
  ])
  expect((await second.apply(preview)).progress).toMatchObject([{ status: 'failed' }])
  const beside = await second.apply(preview, {}, undefined, { fresh: new Set(['Site']) })
  expect(beside.live['Site']?.physicalId).not.toBe(live['Site']?.physicalId)
  const { Distribution: kept } = await clientOf(b).getDistribution({ Id: live['Site']?.physicalId })
  expect(kept?.DistributionConfig).toMatchObject({ Comment: 'production', Aliases: { Quantity: 1 } })
})

test('a name that another distribution answers for is a conflict, not a creation', async () => {
  const person = new JournaledAccount(driversFor(clientOf(a)), 'named')
  await person.apply(distribution({ Aliases: ['taken.example.com'] }), {}, undefined, {
    fresh: new Set(['Site']),
  })
  const third = new JournaledAccount(driversFor(clientOf(a)), 'third')
  const other = distribution({ Aliases: ['taken.example.com'], Origins: [customOrigin('third')] })
  expect((await third.plan(other)).plan.conflicts).toMatchObject([{ kind: 'foreign' }])
  expect(await namesIn(a)).toContain('edge')
})

test('pickers list the account of the page that asks, and nothing that is no list', async () => {
  for (const [index, account] of [a, b].entries()) {
    const credentials = { accessKeyId: account, secretAccessKey: 'test' }
    await services({ endpoint: ministack.endpoint, credentials }).s3.createBucket({ Bucket: `of-${account}` })
    await choose(pages[index] ?? '', account)
  }
  const listed = async (page: string) =>
    (await (await send('/account/choices/buckets', 'GET', page)).json()).map(({ name }: Choice) => name)
  expect(await listed(pages[0])).toEqual([`of-${a}`])
  expect(await listed(pages[1])).toEqual([`of-${b}`])
  expect((await send('/account/choices/secrets', 'GET', pages[0])).status).toBe(403)
  expect((await send('/account/choices/buckets', 'POST', pages[0])).status).toBe(403)
})

const around = (page: string, step: object, account?: string) =>
  send(
    '/account/around',
    'POST',
    page,
    account === undefined ? {} : { 'x-frontage-account': account },
    JSON.stringify(step),
  )

test('what stands around a site is made in the account that it was decided for, or nowhere', async () => {
  const [page] = pages
  const has = async (account: string, name: string) => {
    const credentials = { accessKeyId: account, secretAccessKey: 'test' }
    const { Buckets = [] } = await services({ endpoint: ministack.endpoint, credentials }).s3.listBuckets()
    return Buckets.some((one) => one.Name === name)
  }
  for (const chosen of [a, b])
    for (const decidedFor of [a, b, undefined]) {
      await choose(page, chosen)
      const name = `around-${chosen}-${decidedFor}`
      const { status } = await around(page, { kind: 'bucket', name }, decidedFor)
      const isMeant = chosen === decidedFor
      expect(status).toBe(isMeant ? 200 : 403)
      for (const account of [a, b]) expect(await has(account, name)).toBe(isMeant && account === decidedFor)
    }
})

test('a step that is none is refused in words', async () => {
  const answer = await around(pages[0], { kind: 'bucket', name: '../x' }, a)
  expect([answer.status, await answer.text()]).toEqual([
    400,
    expect.stringContaining('nothing that can be made'),
  ])
})
