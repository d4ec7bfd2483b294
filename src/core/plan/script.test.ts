/** The script is run by a shell, with an `aws` that answers as AWS does and writes down what it was asked. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Copies each file that it is given, and answers with an id, an ARN and an ETag of the kind that was asked for. */
const fakeAws = (log: string) => `#!/usr/bin/env bash
printf '%s\\n' "$*" >> ${log}
for part in "$@"; do case "$part" in file://*|fileb://*) path=\${part#*://}; cp "$path" ${log}.$(basename "$path");; esac; done
kind=$(printf '%s' "$2" | sed 's/^[a-z]*-//')
id="id-of-$kind"
cat <<END
{"ETag":"\${FAKE_ETAG:-1}","CachePolicy":{"Id":"$id"},"OriginAccessControl":{"Id":"$id"},"FunctionSummary":{"FunctionMetadata":{"FunctionARN":"arn-of-$kind"}},"Distribution":{"Id":"$id","DomainName":"d.example.com"}}
END
`

async function ran(document: DesignDocument, account: MemoryAccount, etag = '1') {
  const { plan, live } = await account.plan(document)
  const folder = mkdtempSync(join(tmpdir(), 'frontage-script-'))
  const log = join(folder, 'calls')
  writeFileSync(join(folder, 'aws'), fakeAws(log))
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(log, '')
  const { status, stderr } = spawnSync('bash', [], {
    input: planScript(document, plan, live),
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, FAKE_ETAG: etag, TMPDIR: folder, HOME: folder },
  })
  const given = (name: string) => readFileSync(`${log}.${name}`, 'utf8')
  return { status, stderr, calls: readFileSync(log, 'utf8').trim().split('\n'), given }
}

test('every creation of a plan is a command, in order, with the ids that earlier ones gave', async () => {
  const { status, stderr, calls, given } = await ran(design(), new MemoryAccount())
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(calls.map((call) => call.split(' ')[1])).toEqual([
    'create-origin-access-control',
    'create-cache-policy',
    'create-function',
    'describe-function',
    'publish-function',
    'create-distribution',
    'wait',
  ])
  const site = JSON.parse(given('Site.json'))
  expect(site).toMatchObject({
    CallerReference: 'frontage-Site',
    DefaultCacheBehavior: {
      CachePolicyId: 'id-of-cache-policy',
      FunctionAssociations: { Items: [{ FunctionARN: 'arn-of-function' }] },
    },
    Origins: { Items: [{ OriginAccessControlId: 'id-of-origin-access-control' }] },
  })
  expect(JSON.parse(given('Cache.json')).Comment).toBe("it's $5")
  expect(given('Rewrite.js').trimEnd()).toBe(code)
})

test('a change is sent with the ETag of the plan, and not where that is no longer the one', async () => {
  const account = new MemoryAccount()
  await account.apply(design())
  const { status, calls } = await ran(design({ Comment: 'new' }), account)
  expect(status).toBe(0)
  expect(calls[0]).toContain('get-distribution --id Distribution-Site')
  expect(calls[1]).toMatch(/^cloudfront update-distribution --id Distribution-Site --if-match 1 /)
  const late = await ran(design({ Comment: 'new' }), account, '2')
  expect(late.status).toBe(1)
  expect(late.stderr).toContain('plan again')
  expect(late.calls.some((call) => call.includes('update-'))).toBe(false)
})

test('a deletion is only a remark', async () => {
  const account = new MemoryAccount()
  await account.apply(design())
  const without = distribution()
  const { plan, live } = await account.plan(without)
  const script = planScript(without, plan, live)
  expect(script).toContain(`# aws cloudfront delete-cache-policy --id 'CachePolicy-policy'`)
  expect(script).not.toMatch(/^aws cloudfront delete/m)
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
