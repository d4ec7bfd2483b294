import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type Location,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { serveEditor } from './server.ts'

const yaml = `Resources:
  Oac:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        Name: oac
        OriginAccessControlOriginType: s3
        SigningBehavior: always
        SigningProtocol: sigv4
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [WWW.example.com]
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
          SslSupportMethod: sni-only
          MinimumProtocolVersion: TLSv1.2_2021
        Origins:
          - Id: web
            DomainName: origin.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
          - Id: files
            DomainName: files.s3.eu-central-1.amazonaws.com
            OriginAccessControlId: !GetAtt Oac.Id
            S3OriginConfig: {}
        CacheBehaviors:
          - PathPattern: /img/*
            TargetOriginId: files
            ViewerProtocolPolicy: redirect-to-https
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          - PathPattern: /img/logo/*
            TargetOriginId: web
            ViewerProtocolPolicy: redirect-to-https
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
const uri = 'file:///work/cdn.yaml'

let client: ProtocolConnection
const waiting = new Map<string, (given: PublishDiagnosticsParams) => void>()

beforeAll(async () => {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serveEditor(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), '0.0.0')
  client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  client.onNotification('textDocument/publishDiagnostics', (given: PublishDiagnosticsParams) =>
    waiting.get(`${given.uri} ${given.version}`)?.(given),
  )
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await client.sendNotification('initialized', {})
})
afterAll(() => client.dispose())

let version = 0
/** Opens a text as a new version and waits for what is found in it. */
async function diagnosticsOf(text: string, at = uri): Promise<readonly Diagnostic[]> {
  version += 1
  const found = new Promise<PublishDiagnosticsParams>((done) => waiting.set(`${at} ${version}`, done))
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: at } })
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: at, languageId: 'yaml', version, text },
  })
  return (await found).diagnostics
}

/** Where a piece of the text begins, `into` characters further. */
function placeOf(text: string, piece: string, into = 0) {
  const lines = text.slice(0, text.indexOf(piece) + into).split('\n')
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length }
}
const ask = <Answer>(method: string, piece: string, into = 0, more = {}): Promise<Answer> =>
  client.sendRequest(`textDocument/${method}`, {
    textDocument: { uri },
    position: placeOf(yaml, piece, into),
    ...more,
  })

test('findings stand at their lines, with the rule and its page', async () => {
  const found = await diagnosticsOf(yaml)
  const covered = found.find(({ range }) => range.start.line === placeOf(yaml, '/img/logo/*').line)
  expect(covered).toMatchObject({
    source: 'frontage',
    codeDescription: { href: expect.stringContaining('aws') },
  })
})

test('a text that does not read says where, once it speaks of CloudFront', async () => {
  const [broken] = await diagnosticsOf(yaml.replace('Enabled: true', 'Enabled: {'))
  expect(broken?.severity).toBe(1)
  expect(broken?.range.start.line).toBeGreaterThan(10)
  expect(await diagnosticsOf('name: {')).toEqual([])
  expect(await diagnosticsOf('services:\n  web: { image: x }\n')).toEqual([])
})

test('a quick fix changes only the lines that it must', async () => {
  const found = await diagnosticsOf(yaml)
  const actions = await ask<CodeAction[]>('codeAction', 'WWW', 0, {
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    context: { diagnostics: found },
  })
  expect(actions.length).toBeGreaterThan(0)
  for (const { edit, kind } of actions) {
    expect(kind).toBe('quickfix')
    const [change] = edit?.changes?.[uri] ?? []
    expect((change?.range.end.line ?? 99) - (change?.range.start.line ?? 0)).toBeLessThan(12)
  }
})

test('hover says what a field does, its values and the AWS page', async () => {
  await diagnosticsOf(yaml)
  const hover = JSON.stringify(await ask<Hover>('hover', 'ViewerProtocolPolicy', 3))
  expect(hover).toContain('redirect-to-https')
  expect(hover).toContain('API_CacheBehavior.html')
})

test('hover on a managed policy gives its effective values', async () => {
  await diagnosticsOf(yaml)
  expect(JSON.stringify(await ask<Hover>('hover', 'CachePolicyId: 658', 16))).toContain('In the cache key')
})

test('hover on a path pattern says which paths it loses', async () => {
  await diagnosticsOf(yaml)
  expect(JSON.stringify(await ask<Hover>('hover', '/img/logo/*', 1))).toContain('No request reaches')
})

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label)

test('completion knows enumerations, origins, policies and header names', async () => {
  await diagnosticsOf(yaml)
  const at = (piece: string) => ask<CompletionItem[]>('completion', piece, piece.length)
  expect(labels(await at('ViewerProtocolPolicy: '))).toEqual(['allow-all', 'https-only', 'redirect-to-https'])
  expect(labels(await at('TargetOriginId: '))).toEqual(['web', 'files'])
  const policies = await at('CachePolicyId: ')
  expect(policies.find(({ label }) => label === 'Managed-CachingOptimized')?.insertText).toBe(
    '658327ea-f89d-4fab-a63d-7e88639e58f6',
  )
  expect(await at('OriginAccessControlId: ')).toMatchObject([{ label: 'Oac', insertText: '!GetAtt Oac.Id' }])
  expect(labels(await at('MinimumProtocolVersion: '))).toContain('TLSv1.3_2025')
})

test('completion works while the text does not read, in every syntax', async () => {
  const cases: readonly (readonly [text: string, label: string])[] = [
    [
      `${yaml}          AllowedMethods: [\n          Compress: {\n          ResponseHeadersPolicyId: `,
      'Managed-SecurityHeadersPolicy',
    ],
    ['resource "aws_cloudfront_distribution" "d" {\n  price_class = ', 'PriceClass_100'],
    ['{ "Resources": { "AWS::CloudFront::Distribution": {\n  "HttpVersion": "', 'http2and3'],
    [
      '# AWS::CloudFront\n      HeadersConfig:\n        HeaderBehavior: whitelist\n        Headers:\n          - ',
      'CloudFront-Viewer-Country',
    ],
    ['# AWS::CloudFront\n      DefaultCacheBehavior:\n        ', 'ViewerProtocolPolicy'],
  ]
  for (const [text, label] of cases) {
    await diagnosticsOf(text)
    const lines = text.split('\n')
    const position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length }
    const items: CompletionItem[] = await client.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position,
    })
    expect(labels(items), text).toContain(label)
  }
})

test('completion knows what was typed since the text was read', async () => {
  await diagnosticsOf(yaml)
  const line = yaml.split('\n').length - 1
  version += 1
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [
      {
        range: { start: { line, character: 0 }, end: { line, character: 0 } },
        text: '          TargetOriginId: ',
      },
    ],
  })
  const items: CompletionItem[] = await client.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line, character: 26 },
  })
  expect(labels(items)).toEqual(['web', 'files'])
})

test('a target leads to its origin, a reference to its resource, and back', async () => {
  await diagnosticsOf(yaml)
  const lineOf = async (piece: string, into: number) =>
    (await ask<Location | null>('definition', piece, into))?.range.start.line
  expect(await lineOf('TargetOriginId: files', 17)).toBe(placeOf(yaml, 'Id: files').line)
  expect(await lineOf('OriginAccessControlId: ', 24)).toBe(placeOf(yaml, 'Oac:').line)
  const uses = await ask<Location[]>('references', 'Id: web', 5)
  expect(uses.map(({ range }) => range.start.line)).toHaveLength(2)
})

test('a distribution has a lens whose command says what the text changes since its last commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-lsp-'))
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' })
  git('init', '-q')
  writeFileSync(join(folder, 'cdn.yaml'), yaml)
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'first')
  const file = pathToFileURL(join(folder, 'cdn.yaml')).href
  const review = (text: string) =>
    diagnosticsOf(text, file).then(() =>
      client.sendRequest<string>('workspace/executeCommand', {
        command: 'frontage.review',
        arguments: [file, 'Site'],
      }),
    )
  expect(await review(yaml)).toContain('No request is served in another way')
  // Typed and not saved.
  expect(
    await review(yaml.replace('DomainName: origin.example.com', 'DomainName: moved.example.com')),
  ).toContain('moved.example.com')
  const elsewhere = pathToFileURL(join(tmpdir(), 'frontage-no-repository.yaml')).href
  await diagnosticsOf(yaml, elsewhere)
  const answer = client.sendRequest('workspace/executeCommand', {
    command: 'frontage.review',
    arguments: [elsewhere, 'Site'],
  })
  expect(await answer).toContain('git knows')
})

test('the page takes the design of a text from a link, without what is secret', async () => {
  const secret = yaml.replace(
    'DomainName: origin.example.com',
    'DomainName: origin.example.com\n            OriginCustomHeaders: [{ HeaderName: x-key, HeaderValue: hunter2 }]',
  )
  await diagnosticsOf(secret)
  const link: string = await client.sendRequest('workspace/executeCommand', {
    command: 'frontage.link',
    arguments: [uri],
  })
  const [, packed = ''] = link.split('#design=')
  const design = inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8')
  expect(JSON.parse(design)).toMatchObject({ name: expect.stringMatching(/\.ya?ml$/) })
  expect(design).toContain('x-key')
  expect(design).not.toContain('hunter2')
})

test('a distribution has a lens whose command tells the story of a request', async () => {
  await diagnosticsOf(yaml)
  const [lens] = await ask<CodeLens[]>('codeLens', 'Site')
  expect(lens?.command?.title).toBe('Trace a request')
  const story = await client.sendRequest('workspace/executeCommand', {
    command: lens?.command?.command,
    arguments: [...(lens?.command?.arguments ?? []), '/img/a.png'],
  })
  expect(story).toContain('GET https://d111111abcdef8.cloudfront.net/img/a.png (cold)')
})

test('names that objects have by themselves are names like others', async () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    await diagnosticsOf(`# CloudFront\n${name}: `)
    const position = { line: 1, character: name.length + 2 }
    expect(await client.sendRequest('textDocument/completion', { textDocument: { uri }, position })).toEqual(
      [],
    )
  }
})
