/** Tags over HTTP: made, changed, taken away, imported and put back, with another client looking. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { applyPlan } from '#core/plan/apply.ts'
import { importSites } from '#core/plan/import.ts'
import { planScript } from '#core/plan/script.ts'
import { planUndo } from '#core/plan/undo.ts'
import { loadBalancer, type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'
import { cloudFrontFunction, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { runScript } from '#fixtures/recording-aws.ts'
import { driversFor } from './index.ts'

const servers: Record<string, StandIn> = {}
beforeAll(async () => {
  servers['ministack'] = await startMinistack()
  servers['moto'] = await startMoto()
}, 90_000)
afterAll(async () => {
  for (const server of Object.values(servers)) await server.stop()
})

let accounts = 0
function open(name: string) {
  accounts += 1
  const credentials = { accessKeyId: String(100_000_000_000 + accounts), secretAccessKey: 'test' }
  const endpoint = servers[name]?.endpoint ?? ''
  const aws = new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
  return { aws, account: new JournaledAccount(driversFor(aws)), ...credentials }
}

const alone = distribution({ Origins: [customOrigin('web')], DefaultCacheBehavior: defaultBehavior('web') })
const store: Resource = { type: 'KeyValueStore', config: { Name: 'settings', Comment: '' } }
const privateOrigin = (Arn: string): Resource => ({
  type: 'VpcOrigin',
  config: {
    Name: 'inside',
    Arn,
    HTTPPort: 80,
    HTTPSPort: 443,
    OriginProtocolPolicy: 'https-only',
    OriginSslProtocols: ['TLSv1.2'],
  },
})
const everyTagged = (Inside: Resource): DesignDocument => ({
  ...alone,
  resources: { ...alone.resources, Store: store, Rewrite: cloudFrontFunction(), Inside },
})

/** The design with these tags on each of its resources. */
const withTags = (document: DesignDocument, tags: Readonly<Record<string, string>>): DesignDocument => ({
  ...document,
  resources: Object.fromEntries(
    Object.entries(document.resources).map(([id, one]) => [
      id,
      { ...one, tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
    ]),
  ),
})
const tagsOf = async (aws: CloudFront, Resource: string | undefined) => {
  const { Tags } = await aws.listTagsForResource({ Resource })
  return Object.fromEntries((Tags?.Items ?? []).map(({ Key, Value }) => [Key, Value]))
}

test.each(['ministack', 'moto'])(
  '%s: tags are made, changed, removed, and others’ are kept',
  async (name) => {
    const { aws, account, accessKeyId } = open(name)
    const stack = servers[name]
    const document =
      name === 'ministack' && stack
        ? everyTagged(privateOrigin(await loadBalancer(stack, accessKeyId)))
        : alone
    const first = withTags(document, { env: 'prod', team: 'web' })
    const { live, progress } = await account.apply(first)
    expect(progress.filter(({ status }) => status === 'failed')).toEqual([])
    const arns = Object.keys(document.resources).map((id) => live[id]?.arn)
    const all = async () => Promise.all(arns.map((arn) => tagsOf(aws, arn)))
    const each = (tags: object) => arns.map(() => tags)
    expect(await all()).toEqual(each({ env: 'prod', team: 'web' }))
    expect((await account.plan(first)).plan.steps.map(({ changes }) => changes)).toEqual(each([]))

    for (const Resource of arns)
      await aws.tagResource({ Resource, Tags: { Items: [{ Key: 'cost-center', Value: '42' }] } })
    expect((await account.plan(first)).plan.steps.map(({ changes }) => changes)).toEqual(each([]))

    const second = withTags(document, { env: 'dev' })
    const changed = await account.apply(second)
    expect(changed.plan.steps.map(({ changes }) => changes)).toEqual(
      each([
        { path: ['Tags', 'env'], before: 'prod', after: 'dev' },
        { path: ['Tags', 'team'], before: 'web', after: undefined },
      ]),
    )
    expect(changed.progress.filter(({ status }) => status !== 'running')).toHaveLength(arns.length)
    expect(await all()).toEqual(each({ env: 'dev', 'cost-center': '42' }))

    const back = await planUndo(account.journal, changed.run, account.drivers)
    if (!back.ok) throw new Error(back.error)
    for await (const { status, message } of applyPlan(
      document,
      back.value.plan,
      back.value.live,
      account.drivers,
    ))
      expect(status, message).not.toBe('failed')
    expect(await all()).toEqual(each({ env: 'prod', team: 'web', 'cost-center': '42' }))
  },
)

test('an import brings the tags, and its plan is empty', async () => {
  const { account } = open('ministack')
  const { live } = await account.apply(withTags(alone, { env: 'prod' }))
  const physicalId = live['Site']?.physicalId ?? ''
  const steps = importSites(account.drivers, [physicalId])
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  const { document, physicalIds } = next.value
  expect(Object.values(document.resources)).toMatchObject([{ tags: [{ Key: 'env', Value: 'prod' }] }])
  const { plan } = await new JournaledAccount(account.drivers).plan(document, { ids: physicalIds })
  expect(plan.steps).toMatchObject([{ action: 'unchanged', changes: [] }])
})

test('a change of tags alone sends no configuration, by an apply as by a script', async () => {
  const { aws, account } = open('ministack')
  const before = await account.apply(withTags(alone, { env: 'prod', old: 'x' }))
  const wanted = withTags(alone, { env: 'dev' })
  const { plan, live } = await account.plan(wanted)
  const ran = runScript(planScript(wanted, plan, live, { run: 'a-run' }))
  const Resource = live['Site']?.arn
  expect(ran).toMatchObject({ status: 0, stderr: '' })
  expect(ran.calls).toEqual([
    { command: 'tag-resource', input: { Resource, Tags: { Items: [{ Key: 'env', Value: 'dev' }] } } },
    { command: 'untag-resource', input: { Resource, TagKeys: { Items: ['old'] } } },
  ])
  await account.apply(wanted)
  const { ETag } = await aws.getDistribution({ Id: live['Site']?.physicalId })
  expect(ETag).toBe(before.live['Site']?.etag)
})
