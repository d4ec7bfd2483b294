import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { pages } from './resources.ts'
import { createMcpServer } from './server.ts'
import { tools } from './tools/index.ts'

const template = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: origin.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: wbe
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
const sound = template.replace('wbe', 'web')
const url = 'https://d111111abcdef8.cloudfront.net/a.js'

let root = ''
let client = new Client({ name: 'test', version: '1' })

beforeAll(async () => {
  const top = await mkdtemp(join(tmpdir(), 'frontage-mcp-'))
  root = join(top, 'project')
  await mkdir(root)
  await writeFile(join(top, 'outside.yaml'), sound)
  await writeFile(join(root, 'cdn.yaml'), template)
  await symlink(join(top, 'outside.yaml'), join(root, 'link.yaml'))
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await createMcpServer({ root }, '0.0.0').connect(ours)
  client = new Client({ name: 'test', version: '1' })
  await client.connect(theirs)
})
afterAll(async () => {
  await client.close()
  await rm(join(root, '..'), { recursive: true })
})

interface Called {
  readonly isError: boolean
  readonly text: string
}
async function call(name: string, input: Readonly<Record<string, unknown>>): Promise<Called> {
  const { content, isError } = await client.callTool({ name, arguments: input })
  const [first] = Array.isArray(content) ? content : []
  return { isError: isError === true, text: String(first?.text) }
}
const answer = async (name: string, input: Readonly<Record<string, unknown>>) => {
  const { isError, text } = await call(name, input)
  expect(isError, text).toBe(false)
  return JSON.parse(text)
}

test('every tool is offered, says that it only reads, and takes an object', async () => {
  const { tools: offered } = await client.listTools()
  expect(offered.map(({ name }) => name).toSorted()).toEqual(tools.map(({ name }) => name).toSorted())
  for (const { annotations, inputSchema } of offered) {
    expect(annotations?.readOnlyHint).toBe(true)
    expect(inputSchema.type).toBe('object')
  }
})

test('check finds a fault in a file of the folder, with its line', async () => {
  const { designs, summary } = await answer('check', { path: 'cdn.yaml' })
  expect(summary.errors).toBeGreaterThan(0)
  expect(designs[0].id).toBe('Site')
  expect(designs[0].diagnostics[0]).toMatchObject({ severity: 'error', location: { line: 12 } })
})

test('check takes a text, and shows notes to those who ask', async () => {
  expect((await answer('check', { text: sound })).summary.errors).toBe(0)
  expect((await answer('check', { text: sound, profile: 'all' })).summary.infos).toBeGreaterThan(0)
})

test('the team’s project file holds for assistants too', async () => {
  const id = (await answer('check', { path: 'cdn.yaml' })).designs[0].diagnostics[0].rule
  const project = { rules: { [id]: { level: 'off', reason: 'a test' } } }
  await writeFile(join(root, 'frontage.json'), JSON.stringify(project))
  const { designs } = await answer('check', { path: 'cdn.yaml' })
  await rm(join(root, 'frontage.json'))
  expect(designs[0].diagnostics.map(({ rule }: { rule: string }) => rule)).not.toContain(id)
})

test('a file outside the folder is not read, by its path or through a link', async () => {
  for (const path of ['../outside.yaml', join(root, '../outside.yaml'), 'link.yaml', '/etc/hosts'])
    expect(await call('check', { path })).toMatchObject({
      isError: true,
      text: expect.stringContaining('outside the folder'),
    })
})

test('what cannot be read is told in words, without what the file holds', async () => {
  await writeFile(join(root, 'notes.txt'), 'password: hunter2\n')
  const { isError, text } = await call('check', { path: 'notes.txt' })
  expect(isError).toBe(true)
  expect(text).not.toContain('hunter2')
  expect(await call('check', {})).toEqual({ isError: true, text: 'Give either a path or a text.' })
})

test('explain knows every rule that check can name', async () => {
  for (const { id, summary } of rules.slice(0, 20))
    expect(await answer('explain', { rule: id })).toMatchObject({ rule: id, summary })
  expect((await call('explain', { rule: 'no/such-rule' })).isError).toBe(true)
})

test('trace gives a cold and a warm result with hints', async () => {
  const { results } = await answer('trace', { text: sound, request: { url } })
  expect(results.map(({ status }: { status: number }) => status)).toEqual([200, 200])
  expect(results[0].events.length).toBeGreaterThan(3)
})

test('why not a hit names the part of the key that differs', async () => {
  const input = { text: sound, first: { url }, second: { url: url.replace('a.js', 'b.js') } }
  const { isHit, verdict } = await answer('why_not_a_hit', input)
  expect(isHit).toBe(false)
  expect(verdict).toContain('the path')
})

test('convert writes another format and refuses one that it does not know', async () => {
  const { text } = await answer('convert', { text: sound, to: 'terraform' })
  expect(text).toContain('aws_cloudfront_distribution')
  expect((await call('convert', { text: sound, to: 'word' })).text).toContain('choose one of')
})

test('plan refuses a file outside the folder before it asks the account', async () => {
  expect((await call('plan', { path: '../outside.yaml' })).text).toContain('outside the folder')
})

test('each page can be read', async () => {
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toEqual(pages.map(({ uri }) => uri))
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri })
    expect(JSON.stringify(contents).length, uri).toBeGreaterThan(200)
  }
})

test('names that objects have by themselves are names like others', async () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect((await call('explain', { rule: name })).isError).toBe(true)
    expect((await call('convert', { text: sound, to: name })).text).toContain('There is no format')
    expect((await call('check', { text: sound, distribution: name })).text).toContain(
      'There is no distribution',
    )
  }
})

test('a review of two sources says what changes, in Markdown and as data', async () => {
  const moved = sound.replace('origin.example.com', 'moved.example.com')
  const { markdown, review } = await answer('review', {
    before: { text: sound },
    after: { text: moved },
    urls: ['/a'],
  })
  expect(markdown).toContain('moved.example.com')
  expect(review.routing[0].changes[0]).toMatchObject({ what: 'origin' })
  expect(review.urls['/a']).toBe(0)
})

test('a review takes the earlier state from git, and nothing from outside the folder', async () => {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' })
  git('init', '-q')
  git('add', 'cdn.yaml')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'first')
  const before = { path: 'cdn.yaml', revision: 'HEAD' }
  const { markdown } = await answer('review', { before, after: { text: sound } })
  expect(markdown).toContain('HEAD:cdn.yaml')
  for (const path of ['../outside.yaml', '/etc/passwd'])
    expect(
      await call('review', { before: { path, revision: 'HEAD' }, after: { text: sound } }),
    ).toMatchObject({
      isError: true,
      text: expect.stringContaining('outside'),
    })
  const odd = await call('review', { before: { ...before, revision: '--all' }, after: { text: sound } })
  expect(odd.isError).toBe(true)
})
