/** The shell script against the drivers: whatever a design holds, `aws` is given what the SDK would be given. */
import { readFileSync } from 'node:fs'
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { planDesign } from '#core/plan/plan.ts'
import { planScript } from '#core/plan/script.ts'
import {
  bucketOrigin,
  cachePolicy,
  cloudFrontFunction,
  defaultBehavior,
  distribution,
  oac,
} from '#fixtures/build.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { type Call, runScript, shellcheck } from '#fixtures/recording-aws.ts'
import { driversFor } from './drivers/index.ts'

const secret = 'MARKEDSECRETmarkedsecretMARKED'
const run = 'a-run'

/** A client that writes down what it is asked, and answers as the recording `aws` does. */
function recordingClient(): { readonly aws: CloudFront; readonly writes: Call[] } {
  const writes: Call[] = []
  let made = 0
  const answer = async (method: string, input: Record<string, unknown>) => {
    const command = method.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (command.startsWith('create-')) made += 1
    const { FunctionCode, ConnectionFunctionCode, IfMatch: ifMatch, ...rest } = input
    const code = FunctionCode ?? ConnectionFunctionCode
    if (/^(create|update|publish)-/.test(command))
      writes.push({
        command,
        input: JSON.parse(JSON.stringify(rest)),
        ...(code instanceof Uint8Array && {
          code: new TextDecoder('utf-8', { ignoreBOM: true }).decode(code),
        }),
        ...(typeof ifMatch === 'string' && { ifMatch }),
      })
    const Status = command.includes('key-value-store')
      ? 'READY'
      : command.includes('trust-store')
        ? 'active'
        : 'Deployed'
    const thing = { Id: `id-${made}`, ARN: `arn-${made}`, DomainName: `d${made}.example.net`, Status }
    const FunctionMetadata = { FunctionARN: `arn-${made}` }
    return {
      ETag: '1',
      CachePolicy: thing,
      AnycastIpList: { ...thing, Arn: thing.ARN },
      ConnectionGroup: { ...thing, Arn: thing.ARN },
      DistributionTenant: { ...thing, Arn: thing.ARN },
      TrustStore: { ...thing, Arn: thing.ARN },
      ConnectionFunctionSummary: { ...thing, ConnectionFunctionArn: thing.ARN },
      OriginAccessControl: thing,
      Distribution: thing,
      KeyValueStore: { ...thing, Name: input['Name'] },
      FunctionSummary: { FunctionMetadata, FunctionConfig: {} },
      FunctionCode: new Uint8Array(),
    }
  }
  const aws: object = new Proxy<object>(
    // Nothing is sent, so that no step of sending is ever asked.
    { middlewareStack: { add: () => undefined } },
    {
      get: (known, method) =>
        Reflect.get(known, method) ?? ((input: Record<string, unknown>) => answer(String(method), input)),
    },
  )
  // The drivers use nothing of a client but its operations, and the stack of steps that it sends by.
  return { aws: aws as CloudFront, writes }
}

async function sentByApply(document: DesignDocument): Promise<readonly Call[]> {
  const { aws, writes } = recordingClient()
  const progress: Progress[] = []
  for await (const one of applyPlan(document, planDesign(document, {}), {}, driversFor(aws), { run }))
    progress.push(one)
  expect(progress.filter(({ status }) => status === 'failed')).toEqual([])
  return writes
}

/** Runs the script of a design that is not there yet, and holds what it does against an apply. */
async function expectSame(document: DesignDocument): Promise<void> {
  const script = planScript(document, planDesign(document, {}), {}, { run })
  const ran = runScript(script, { AWS_SECRET_ACCESS_KEY: secret })
  expect(ran.stderr).toBe('')
  expect(ran.status).toBe(0)
  expect(ran.left).toEqual([])
  expect(ran.writes).toEqual(await sentByApply(document))
  expect(JSON.stringify(ran.calls)).not.toContain(secret)
}

const hostile = [
  "'",
  '"',
  '`touch PWNED`',
  '$(touch PWNED)',
  '$' + '{HOME}',
  '$AWS_SECRET_ACCESS_KEY',
  '@@AWS_SECRET_ACCESS_KEY@@',
  '@@X_ID@@',
  '\ntouch PWNED\n',
  '\nEND_OF_FILE\ntouch PWNED\n',
  'END_OF_FILE',
  '\nEOF\n',
  '\r\n',
  '\\',
  '\\n',
  '#',
  'file:///etc/passwd',
  'fileb:///etc/passwd',
  '--endpoint-url=http://127.0.0.1:9',
  '-n',
  '%s%n',
  '!',
  '*',
  '~',
  '; touch PWNED;',
  '> PWNED',
  '|',
  '&',
  '\u0000',
  '\u0007',
  '\u2028',
  'é',
  '😀',
  ' ',
  '\t',
] as const
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...hostile) }, fc.string({ maxLength: 8 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const logicalId = fc.oneof(
  text.filter((id) => id !== '' && id !== '__proto__'),
  fc.constantFrom('constructor', 'toString', 'a-b', 'a_b', 'a.b'),
)

const anyDesign = fc
  .record({
    ids: fc.uniqueArray(logicalId, { minLength: 5, maxLength: 5 }),
    names: fc.array(text, { minLength: 4, maxLength: 4 }),
    code: text,
    isPublished: fc.boolean(),
    tags: fc.dictionary(text, text, { maxKeys: 3 }),
  })
  .map(({ ids, names, code, isPublished, tags: pairs }): DesignDocument => {
    const [cache = '', rewrite = '', access = '', site = '', store = ''] = ids
    const [name = '', comment = '', header = '', prefix = ''] = names
    const rewriting = cloudFrontFunction(code)
    const tags = Object.entries(pairs).map(([Key, Value]) => ({ Key, Value }))
    const { resources, ...document } = distribution({
      Comment: comment,
      Origins: [
        bucketOrigin('bucket', {
          OriginAccessControlId: { ref: access },
          OriginPath: prefix,
          CustomHeaders: [{ HeaderName: 'x', HeaderValue: header }],
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('bucket', {
        CachePolicyId: { ref: cache },
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: rewrite } }],
      }),
    })
    const made = {
      [cache]: cachePolicy({ Comment: comment, Name: name }),
      [store]: { type: 'KeyValueStore', config: { Name: name, Comment: comment }, tags },
      [rewrite]: {
        ...rewriting,
        tags,
        config: { ...rewriting.config, Name: name, AutoPublish: isPublished },
      },
      [access]: oac,
      [site]: { ...resources['Site'], tags },
    }
    // Each resource has the shape that its builder gave it.
    return { ...document, resources: made as DesignDocument['resources'] }
  })

test('whatever a design holds, the script runs nothing of it and sends what an apply sends', async () => {
  await fc.assert(fc.asyncProperty(anyDesign, expectSame), { numRuns: randomRuns(25) })
}, 120_000)

test('whatever a design holds, shellcheck finds nothing in its script', () => {
  fc.assert(
    fc.property(anyDesign, (document) => {
      expect(shellcheck(planScript(document, planDesign(document, {}), {}, { run }))).toBe('')
    }),
    { numRuns: randomRuns(25) },
  )
}, 120_000)

/** Kinds whose settings are members of the inputs, each naming another one. */
const shared: DesignDocument['resources'] = {
  Ips: { type: 'AnycastIpList', config: { Name: "it's", IpCount: 21 }, tags: [{ Key: 'a', Value: '$(b)' }] },
  Group: { type: 'ConnectionGroup', config: { Name: 'group', AnycastIpListId: { ref: 'Ips' } } },
  Tenant: {
    type: 'DistributionTenant',
    config: {
      DistributionId: { ref: 'Site' },
      ConnectionGroupId: { ref: 'Group' },
      Name: 'tenant',
      Domains: [{ Domain: 'a.example.com' }],
    },
  },
  Authorities: {
    type: 'TrustStore',
    config: {
      Name: 'authorities',
      CaCertificatesBundleSource: {
        CaCertificatesBundleS3Location: { Bucket: 'b', Key: 'k', Region: 'us-east-1' },
      },
    },
  },
  Check: {
    type: 'ConnectionFunction',
    config: {
      Name: 'check',
      ConnectionFunctionConfig: { Comment: '`id`', Runtime: 'cloudfront-js-2.0' },
      ConnectionFunctionCode: 'END_OF_FILE\n$(id)',
    },
  },
  Metrics: {
    type: 'MonitoringSubscription',
    config: {
      DistributionId: { ref: 'Site' },
      MonitoringSubscription: {
        RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
      },
    },
  },
}

test('tenants and what they share are made by the script with what an apply sends', async () => {
  const site = distribution({})
  const document = { ...site, resources: { ...site.resources, ...shared } }
  await expectSame(document)
  expect(shellcheck(planScript(document, planDesign(document, {}), {}, { run }))).toBe('')
})

test.each(['evil-script.frontage.json', 'script-env-leak.json', 'script-heredoc-injection.json'])(
  'the script of %s runs nothing of the design and deploys its code to the byte',
  async (name) => {
    const read = readSource(readFileSync(`src/fixtures/account/${name}`, 'utf8'))
    if (!read.ok) throw new Error(read.error[0]?.message)
    await expectSame(read.value.document)
  },
)

test('what a script runs beside its commands would be seen', () => {
  expect(runScript('touch PWNED').stderr).toContain('command not found')
  expect(runScript('> PWNED').left).toEqual(['PWNED'])
})

test('shellcheck itself finds what is wrong', () => {
  expect(shellcheck('#!/usr/bin/env bash\nrm $1\n')).toContain('SC2086')
})
