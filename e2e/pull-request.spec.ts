/** The action as a runner calls it: its environment, a repository, the built command, and an API on loopback. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from './designer.ts'
import { GitHub, token } from './github.ts'

const action = resolve('bin/action.js')
const command = `${process.execPath} ${resolve('dist/cli.js')}`

const template = (policy: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: ${policy}
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`

let folder = ''
let base = ''
let api: GitHub

test.beforeEach(async () => {
  api = await GitHub.start()
  folder = mkdtempSync(join(tmpdir(), 'frontage-action-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
    })
  git('init', '-q', '-b', 'main')
  write('cdn.yaml', template('allow-all'))
  git('add', '.')
  git('commit', '-q', '-m', 'one')
  base = git('rev-parse', 'HEAD').trim()
  // The pull request makes the site HTTPS only.
  write('cdn.yaml', template('https-only'))
  write('event.json', JSON.stringify({ pull_request: { number: 7, base: { sha: base } } }))
})
test.afterEach(() => {
  api.stop()
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const read = (name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''

async function run(more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [action], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      GITHUB_API_URL: api.url,
      GITHUB_REPOSITORY: 'example/site',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'output'),
      FRONTAGE_COMMAND: command,
      FRONTAGE_SOURCES: 'cdn.yaml\n',
      FRONTAGE_TOKEN: token,
      ...more,
    },
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      out += part.toString()
    })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, out, summary: read('summary.md'), output: read('output') }
}

test('a pull request gets one comment, which the next run updates; findings are SARIF', async () => {
  const first = await run()
  expect([first.status, first.out]).toEqual([0, ''])
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toContain('Requests over HTTP are answered 403')
  expect(first.summary).toContain('Requests over HTTP are answered 403')
  expect(JSON.parse(read('frontage-report/frontage.sarif'))).toMatchObject({ version: '2.1.0' })
  expect(first.output).toContain('sarif=frontage-report/frontage.sarif')
  write('cdn.yaml', template('redirect-to-https'))
  await run()
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toContain('redirected to HTTPS')
  expect(api.calls.at(-1)).toBe('PATCH /repos/example/site/issues/comments/100')
})

test('a fork without the right to write has the review in the summary, and the step does not fail for it', async () => {
  api.mayWrite = false
  const { status, out, summary } = await run()
  expect(status).toBe(0)
  expect(out).toContain('::notice::The review stands in the summary')
  expect(summary).toContain('Requests over HTTP are answered 403')
  expect(api.comments).toEqual([])
})

test('a comment of a person that holds the mark is left alone', async () => {
  const body = '<!-- frontage-review --> mine'
  api.comments.push({ id: 1, user: { login: 'somebody', type: 'User' }, body })
  await run()
  expect(api.comments[0]?.body).toBe(body)
  expect(api.comments).toHaveLength(2)
})

test('fail-on fails the step, the comment is written all the same, and scenarios are JUnit', async () => {
  const steps = [{ request: { url: '/' }, expect: { status: 200 } }]
  const origins = { web: [{ response: { status: 200 } }] }
  write('site.scenarios.json', JSON.stringify({ name: 'home', source: 'cdn.yaml', origins, steps }))
  const { status } = await run({ FRONTAGE_FAIL_ON: 'outage', FRONTAGE_SCENARIOS: 'site.scenarios.json' })
  expect(status).toBe(1)
  expect(api.comments).toHaveLength(1)
  expect(read('frontage-report/frontage.xml')).toContain('<testsuite')
})

test('without a pull request everything is checked and nothing reviewed; a source that is new is said to be', async () => {
  const pushed = await run({ GITHUB_EVENT_PATH: '' })
  expect([pushed.status, api.calls]).toEqual([0, []])
  expect(pushed.out).toContain('nothing is reviewed')
  write('new.yaml', template('https-only'))
  const added = await run({ FRONTAGE_SOURCES: 'new.yaml', FRONTAGE_BASE: base, GITHUB_EVENT_PATH: '' })
  expect(added.status).toBe(0)
  expect(added.summary).toContain('is new')
})

test('the token never reaches what is printed or written', async () => {
  const { out, summary, output } = await run({ FRONTAGE_COMMAND: 'no-such-command' })
  expect(out).toContain('::error::')
  expect([out, summary, output].join()).not.toContain(token)
})
