import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as cdkLibrary from 'aws-cdk-lib'
import * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import { toTemplate } from '#core/formats/cloudformation/to-template.ts'
import { readSource, writeFormat } from '#core/formats/index.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/templates/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const modules = { cdk: cdkLibrary, cloudfront, origins, s3, acm, lambda }

/** What the CDK adds to every template. */
const bootstrap = { Parameters: 'BootstrapVersion', Rules: 'CheckBootstrapVersion' }

type Template = Record<string, Record<string, unknown>>

type StackClass = new (scope: cdkLibrary.App, id: string) => cdkLibrary.Stack

/** The class of a written stack, whose imports are handed in. */
async function stackOf(source: string): Promise<StackClass> {
  const { code } = await transformWithOxc(source, 'design-stack.ts')
  const body = code.replace(/^import .*$/gm, '').replace('export class', 'return class')
  const run = new Function(...Object.keys(modules), body) as (...libraries: unknown[]) => StackClass
  return run(...Object.values(modules))
}

function withoutBootstrap(template: Template): Template {
  for (const [section, id] of Object.entries(bootstrap)) {
    delete template[section]?.[id]
    if (Object.keys(template[section] ?? {}).length === 0) delete template[section]
  }
  return template
}

/** The templates of many stacks, from one run of the library. */
async function synthesize(sources: readonly string[]): Promise<Template[]> {
  const app = new cdkLibrary.App({ analyticsReporting: false })
  const classes = await Promise.all(sources.map(stackOf))
  const names = classes.map((Stack, index) => new Stack(app, `Design${index}`).stackName)
  // The faults of the corpus are told by its rules, not by the library's.
  const assembly = app.synth({ skipValidation: true })
  return names.map((name) => withoutBootstrap(assembly.getStackByName(name).template))
}

/** The CDK leaves out `Properties` that hold nothing. */
const withoutEmpty = (template: unknown): unknown =>
  JSON.parse(JSON.stringify(template).replaceAll(',"Properties":{}', ''))

/** Every section of a template, with what the library has words for and what it has none for. */
const sections = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Sections',
  Metadata: { Note: { a: [1] } },
  Parameters: {
    Stage: { Type: 'String', AllowedValues: ['a', 'b'], Default: 'a', NoEcho: true, MinLength: 1 },
    Site: { Type: 'Number', Default: 3 },
  },
  Mappings: { Hosts: { a: { Name: 'a.example.com' }, b: { Name: 'b.example.com' } } },
  Rules: { Always: { Assertions: [{ Assert: { 'Fn::Equals': [{ Ref: 'Stage' }, 'a'] } }] } },
  Conditions: {
    Both: { 'Fn::And': [{ Condition: 'IsA' }, { 'Fn::Not': [{ Condition: 'IsB' }] }] },
    IsA: { 'Fn::Equals': [{ Ref: 'Stage' }, 'a'] },
    IsB: { 'Fn::Equals': [{ Ref: 'Stage' }, 'b'] },
  },
  Resources: {
    Cdn: {
      Type: 'AWS::CloudFront::Distribution',
      Condition: 'Both',
      DependsOn: ['Topic'],
      Metadata: { is: 'kept' },
      Properties: {
        DistributionConfig: {
          Enabled: true,
          HttpVersion: { 'Fn::If': ['IsA', 'http2', 'http3'] },
          FieldOfTomorrow: 'kept',
          Aliases: [{ 'Fn::Join': ['.', ['www', { Ref: 'AWS::Region' }, 'example.com']] }],
          Origins: [
            {
              Id: 'web',
              DomainName: { 'Fn::FindInMap': ['Hosts', { Ref: 'Stage' }, 'Name'] },
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            },
            { Id: 'spare', DomainName: 'spare.s3.amazonaws.com', S3OriginConfig: {} },
          ],
          OriginGroups: {
            Quantity: 1,
            Items: [
              {
                Id: 'group',
                FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [500] } },
                Members: { Quantity: 2, Items: [{ OriginId: 'web' }, { OriginId: 'spare' }] },
              },
            ],
          },
          DefaultCacheBehavior: {
            TargetOriginId: 'group',
            ViewerProtocolPolicy: 'https-only',
            CachePolicyId: { 'Fn::ImportValue': { 'Fn::Sub': `\${Stage}-policy` } },
            LambdaFunctionAssociations: { 'Fn::If': ['IsA', [], { Ref: 'AWS::NoValue' }] },
          },
        },
      },
    },
    Topic: { Type: 'AWS::SNS::Topic', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Delete' },
    Default: { Type: 'AWS::SNS::Topic', CreationPolicy: { A: 1 } },
  },
  Outputs: {
    Cdn: {
      Value: { 'Fn::GetAtt': ['Cdn', 'DomainName'] },
      Condition: 'Both',
      Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-host` } },
    },
    Odd: { Value: { Ref: 'Cdn' }, Extra: true },
  },
})

const everyKind = import.meta.glob<string>('/src/fixtures/corpus/kinds/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const all = { ...texts, ...everyKind }

const designOf = (text: string) => {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { source: _, ...design } = read.value.document
  return design
}

test('every exported stack is sound TypeScript against the library', () => {
  const folder = mkdtempSync(join('node_modules', '.cdk-types-'))
  const options = {
    strict: true,
    noEmit: true,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    skipLibCheck: true,
    types: [],
  }
  try {
    for (const [file, text] of Object.entries(all))
      writeFileSync(
        join(folder, `${file.replaceAll(/[^a-z0-9]/gi, '-')}.ts`),
        writeFormat('cdk', designOf(text)).text,
      )
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
    )
    const compiler = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], {
      encoding: 'utf8',
    })
    expect(`${compiler.stdout}${compiler.stderr}`).toBe('')
    expect(compiler.status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

test('what a construct of the library says exactly is that construct, and others refer to it', () => {
  const { text } = writeFormat('cdk', designOf(everyKind['/src/fixtures/corpus/kinds/every-kind.yaml'] ?? ''))
  expect(text).toContain("const cp = named('Cp', new cloudfront.CachePolicy(this, 'Cp', {")
})

test('every stack synthesizes to our template', async () => {
  const designs = Object.entries(all).map(([file, text]) => ({ file, design: designOf(text) }))
  const synthesized = await synthesize(designs.map(({ design }) => writeFormat('cdk', design).text))
  for (const [index, { file, design }] of designs.entries())
    expect(synthesized[index], file).toEqual(withoutEmpty(toTemplate(design).template))
}, 60_000)

test("a distribution is the library's own, with its origins, and what it cannot say is overridden", () => {
  const { text } = writeFormat(
    'cdk',
    designOf(texts['/src/fixtures/corpus/templates/spa-oac-function.yaml'] ?? ''),
  )
  expect(text).toContain("const site = named('Site', new cloudfront.Distribution(this, 'Site', {")
  expect(text).toContain('origins.S3BucketOrigin.withBucketDefaults(siteAssetsBucket, {')
  expect(text).toContain('cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,')
  expect(text).toMatch(/named\('Rewrite', new cloudfront\.Function\(/)
})

test('a template keeps its parameters, conditions, mappings and outputs', async () => {
  const documents = Object.entries({ ...all, sections }).flatMap(([file, text]) => {
    const read = readSource(text)
    const isTemplate = read.ok && read.value.document.source?.format.startsWith('cloudformation') === true
    return isTemplate ? [{ file, document: read.value.document }] : []
  })
  expect(documents.length).toBeGreaterThan(10)
  const synthesized = await synthesize(documents.map(({ document }) => writeFormat('cdk', document).text))
  for (const [index, { file, document }] of documents.entries())
    expect(synthesized[index], file).toEqual(
      withoutEmpty(JSON.parse(writeFormat('cloudformation-json', document).text)),
    )
}, 60_000)
