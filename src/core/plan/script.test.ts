/** The script is run by a shell, with an `aws` that answers as AWS does and writes down what it was asked. */
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import {
  bucketOrigin,
  cachePolicy,
  cloudFrontFunction,
  defaultBehavior,
  distribution,
  oac,
} from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { type Call, runScript } from '#fixtures/recording-aws.ts'
import { serviceModel } from '#fixtures/service-model.ts'
import { leastPrivilege } from './permissions.ts'
import { planScript } from './script.ts'

const code = `function handler(event) { var a = '$HOME \\\\ \`x\`'; return event.request } // it's`
const design = (more = {}) =>
  distribution(
    {
      Origins: [bucketOrigin('bucket')],
      DefaultCacheBehavior: defaultBehavior('bucket', {
        CachePolicyId: { ref: 'Cache' },
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite' } }],
      }),
      ...more,
    },
    { Oac: oac, Cache: cachePolicy({ Comment: "it's $5" }), Rewrite: cloudFrontFunction(code) },
  )

async function ran(document: DesignDocument, account: MemoryAccount, etag = '1') {
  const { plan, live } = await account.plan(document)
  return runScript(planScript(document, plan, live, { run: 'a-run' }), { FAKE_ETAG: etag })
}
const commands = (calls: readonly Call[]) => calls.map(({ command }) => command)

test('every creation of a plan is a command, in order, with the ids that earlier ones gave', async () => {
  const { status, stderr, calls } = await ran(design(), new MemoryAccount())
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(commands(calls)).toEqual([
    'create-origin-access-control',
    'create-cache-policy',
    'create-function',
    'describe-function',
    'publish-function',
    'create-distribution',
    'wait',
  ])
  expect(calls.find(({ command }) => command === 'create-distribution')?.input).toMatchObject({
    DistributionConfig: {
      CallerReference: 'frontage-Site-a-run',
      DefaultCacheBehavior: {
        CachePolicyId: 'id-2',
        FunctionAssociations: { Items: [{ FunctionARN: 'arn-3' }] },
      },
      Origins: { Items: [{ OriginAccessControlId: 'id-1' }] },
    },
  })
  expect(calls[1]?.input).toMatchObject({ CachePolicyConfig: { Comment: "it's $5" } })
  expect(calls[2]?.code).toBe(code)
})

test('a change is sent with the ETag of the plan, and not where that is no longer the one', async () => {
  const account = new MemoryAccount()
  await account.apply(design())
  const { status, calls } = await ran(design({ Comment: 'new' }), account)
  expect(status).toBe(0)
  expect(calls[0]).toMatchObject({ command: 'get-distribution', input: { Id: 'Distribution-Site' } })
  expect(calls[1]).toMatchObject({
    command: 'update-distribution',
    input: { Id: 'Distribution-Site', DistributionConfig: { Comment: 'new' } },
    ifMatch: '1',
  })
  const late = await ran(design({ Comment: 'new' }), account, '2')
  expect(late.status).toBe(1)
  expect(late.stderr).toContain('plan again')
  expect(late.writes).toEqual([])
})

test('a deletion is only a remark', async () => {
  const account = new MemoryAccount()
  await account.apply(design())
  const without = distribution()
  const { plan, live } = await account.plan(without)
  const script = planScript(without, plan, live, { run: 'a-run' })
  expect(script).toContain(`# aws cloudfront delete-cache-policy --id='CachePolicy-policy'`)
  expect(commands(runScript(script).writes)).toEqual(['update-distribution'])
})

test('a plan that cannot be applied is a script that says so and runs nothing', async () => {
  const account = new MemoryAccount()
  const open = design({ Comment: { unknown: "it's $(touch PWNED)", expression: '' } })
  const { status, stderr, calls } = await ran(open, account)
  expect(status).toBe(1)
  expect(stderr).toContain("it's $(touch PWNED)")
  expect(calls).toEqual([])
})

test('the least permissions are actions that CloudFront has, of the kinds in the design and no others', () => {
  const { Statement } = JSON.parse(leastPrivilege(design()))
  const actions: string[] = Statement[0].Action
  const operations = new Set(
    Object.keys(serviceModel().operations).map(
      (name) => `cloudfront:${name.replace(/\d{4}_\d\d_\d\d$/, '')}`,
    ),
  )
  expect(actions.filter((action) => !operations.has(action))).toEqual([])
  expect(actions).toContain('cloudfront:PublishFunction')
  expect(actions.some((action) => action.includes('KeyGroup'))).toBe(false)
  expect(Statement[1].Action).toEqual(['s3:GetBucketPolicy', 's3:PutBucketPolicy'])
})

test('the least permissions of every kind are actions that CloudFront has', () => {
  const kinds = [
    'KeyValueStore',
    'PublicKey',
    'KeyGroup',
    'OriginAccessIdentity',
    'RealtimeLogConfig',
    'VpcOrigin',
    'FieldLevelEncryptionConfig',
    'FieldLevelEncryptionProfile',
    'ContinuousDeploymentPolicy',
    'OriginRequestPolicy',
    'ResponseHeadersPolicy',
  ]
  const resources = Object.fromEntries(
    kinds.map((type) => [type, { type, config: {} }]),
  ) as DesignDocument['resources']
  const { Statement } = JSON.parse(leastPrivilege({ ...distribution(), resources }))
  const operations = new Set(Object.keys(serviceModel().operations).map((name) => `cloudfront:${name}`))
  expect(Statement[0].Action.filter((action: string) => !operations.has(action))).toEqual([])
})
