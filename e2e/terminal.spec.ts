/** The command on a terminal and a disk that do not do what it wants: nothing is lost, and no stack is shown. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pythonProgram } from '#fixtures/python.ts'
import { fileOf, frontage, stateFolder } from './account.ts'
import { expect, test } from './designer.ts'

test.describe.configure({ timeout: 120_000 })

const endpoint = () => process.env['FRONTAGE_AWS'] ?? ''
const command = `${process.execPath} ${resolve('bin/frontage.js')}`

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}
/** A line of bash; `$frontage` is the command. */
const bash = (line: string): Promise<Ended> =>
  new Promise((done) => {
    const env = {
      ...process.env,
      frontage: command,
      endpoint: endpoint(),
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      XDG_STATE_HOME: stateFolder,
    }
    const child = spawn('bash', ['-c', line], { stdio: ['ignore', 'pipe', 'pipe'], env })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.once('close', (status) => done({ status, out, err }))
  })

/** A template that is mended by a safe fix; `more` makes it as large as wanted. */
const template = (more = '') => `# a comment that stays
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: o
            DomainName: https://example.com/
            CustomOriginConfig: {OriginProtocolPolicy: https-only}
        DefaultCacheBehavior:
          TargetOriginId: o
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
${more}`
/** A site of its own in the shared stand-in. */
const site = (name: string) => template().replace('https://example.com/', `${name}.example.net`)
const stack = /\n\s+at |a fault of ours/

test('a source that cannot be written whole stays as it was, by whatever name it is reached', async () => {
  const text = template('# x\n'.repeat(12_000))
  const file = fileOf('big.yaml', text)
  const link = join(mkdtempSync(join(tmpdir(), 'frontage-')), 'link.yaml')
  symlinkSync(file, link)
  const full = await bash(`ulimit -f 20; $frontage check ${link} --fix`)
  expect(full.err).toContain('larger than this user may write')
  expect(full.err).not.toMatch(stack)
  expect(full.status).toBe(2)
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect((await bash(`$frontage check ${link} --fix`)).err).toContain('fixed')
  expect(readFileSync(file, 'utf8')).toContain('# a comment that stays')
  expect(readFileSync(file, 'utf8')).not.toContain('https://example.com/')
})

test('UTF-16 is written back as it came', async () => {
  const file = fileOf('wide.yaml', '')
  writeFileSync(file, Buffer.from(`\uFEFF${template()}`, 'utf16le').swap16())
  expect((await bash(`$frontage check ${file} --fix`)).err).toContain('fixed')
  const bytes = readFileSync(file)
  expect([...bytes.subarray(0, 2)]).toEqual([0xfe, 0xff])
  expect(bytes.swap16().toString('utf16le')).toContain('DomainName: example.com')
})

const inWords: readonly (readonly [what: string, line: (file: string) => string, says: string])[] = [
  [
    'a folder that is not there',
    (file) => `$frontage convert ${file} --to terraform --out ${file}.d/x`,
    'There is no folder',
  ],
  [
    'a folder in place of a file',
    (file) => `$frontage convert ${file} --to terraform --out /tmp`,
    'This is a folder',
  ],
  ['a full disk', (file) => `$frontage convert ${file} --to terraform --out /dev/full`, 'The disk is full'],
  ['standard output on a full disk', (file) => `$frontage check ${file} > /dev/full`, 'The disk is full'],
  ['a path through a file', (file) => `$frontage check ${file}/x/y`, 'is a file, no folder'],
  ['a name that is too long', (file) => `$frontage check ${file}${'x'.repeat(300)}`, 'that long'],
  ['links in a circle', (file) => `ln -s ${file}.l ${file}.l; $frontage check ${file}.l`, 'circle of links'],
  [
    'a port that is taken',
    () => `$frontage serve --port $(echo $endpoint | sed 's/.*://')`,
    'The port is taken',
  ],
  [
    'a journal that is a folder',
    (file) => `$frontage plan ${file} --endpoint-url $endpoint --journal /tmp`,
    'This is a folder',
  ],
]
test('what the system refuses is one sentence and status 2', async () => {
  for (const [what, line, says] of inWords) {
    const { status, err } = await bash(line(fileOf('site.yaml', template())))
    expect(err, what).toContain(says)
    expect(err, what).not.toMatch(stack)
    expect(status, what).toBe(2)
  }
})

test('an output that nobody reads is no fault', async () => {
  const file = fileOf('site.yaml', template())
  const closed = await bash(
    `set -o pipefail; $frontage check ${file} --format json | true; echo \${PIPESTATUS[0]}`,
  )
  expect(closed.err).not.toMatch(stack)
  expect(closed.out.trim()).toMatch(/^[01]$/)
  const deaf = await bash(`$frontage check ${file}.none 2>&1 >/dev/null | true; echo \${PIPESTATUS[0]}`)
  expect(deaf.out.trim()).toBe('2')
})

/** Runs the command on a terminal of its own and presses a key at the question. */
const atTheQuestion = (args: string, key: string) =>
  bash(`${pythonProgram('python')} - <<'PYTHON'
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp('bash', ['bash', '-c', '''exec $frontage ${args}'''])
seen = b''
while b'Only' not in seen:
    seen += os.read(terminal, 4096)
os.write(terminal, ${key})
try:
    while True:
        part = os.read(terminal, 4096)
        if not part: break
        seen += part
except OSError:
    pass
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON`)

test('a question that is left by Ctrl-C or Ctrl-D applies nothing and says so', async () => {
  const file = fileOf('site.yaml', site('left-at-the-question'))
  for (const [key, status] of [
    ["b'\\x03'", 130],
    ["b'\\x04'", 130],
    ["b'no\\n'", 1],
  ] as const) {
    const left = await atTheQuestion(`apply ${file} --endpoint-url $endpoint`, key)
    expect(left.out).toContain('Nothing was applied.')
    expect(left.out).not.toMatch(stack)
    expect(left.status).toBe(status)
  }
  expect((await frontage(['plan', file], { endpoint: endpoint() })).out).toContain('1 to create')
})

test('without a journal that can be written nothing is begun', async () => {
  const file = fileOf('site.yaml', site('no-journal'))
  const place = join(mkdtempSync(join(tmpdir(), 'frontage-')), 'file')
  writeFileSync(place, '')
  const refused = await frontage(['apply', file, '--yes', '--journal', join(place, 'journal')], {
    endpoint: endpoint(),
  })
  expect(refused.err).toContain('in the way')
  expect(refused.status).toBe(2)
  const piped = await bash(`cat ${file} | $frontage apply - --yes --endpoint-url $endpoint`)
  expect(piped.err).toContain('--journal')
  expect(piped.status).toBe(2)
  expect((await frontage(['plan', file], { endpoint: endpoint() })).out).toContain('1 to create')
})

test('a saved plan does not choose where its journal is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-'))
  mkdirSync(join(folder, 'home'))
  const file = fileOf('site.yaml', site('chooses-a-file'))
  const plan = join(folder, 'plan.json')
  expect((await frontage(['plan', file, '--out', plan], { endpoint: endpoint() })).status).toBe(0)
  expect(statSync(plan).mode & 0o777).toBe(0o600)
  const victim = join(folder, 'home', '.bashrc')
  writeFileSync(victim, 'kept')
  const text = readFileSync(plan, 'utf8')
  writeFileSync(
    plan,
    JSON.stringify({ ...JSON.parse(text), journal: victim, source: `../../../../${victim}` }),
  )
  await frontage(['apply', plan, '--yes'], { endpoint: endpoint() })
  expect(readFileSync(victim, 'utf8')).toBe('kept')
})
