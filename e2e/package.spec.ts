/**
 * The package as people get it: packed, installed in an empty folder, and used by its name alone. Its dependencies are
 * linked from this checkout, so that nothing is fetched; what it does not declare is not there.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { npmCommand } from '#bin/npm.js'
import { expect, test } from './designer.ts'

test.describe.configure({ timeout: 180_000, mode: 'serial' })

const {
  name,
  version,
  dependencies,
  scripts,
  exports: entries,
} = JSON.parse(readFileSync('package.json', 'utf8'))
/** Megabytes: packed, and on disk without the dependencies. The command and the library are built each in its own form. */
const budget = { packed: 7.5, unpacked: 30 }

const folder = mkdtempSync(join(tmpdir(), 'frontage-package-'))
const home = join(folder, 'project')

const template = (origin: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: web, DomainName: ${origin}, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          FunctionAssociations: [{ EventType: viewer-response, FunctionARN: !GetAtt Mark.FunctionARN }]
  Mark:
    Type: AWS::CloudFront::Function
    Properties:
      Name: mark
      AutoPublish: true
      FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 }
      FunctionCode: "function handler(event) { event.response.headers['x-mark'] = { value: 'ran' }; return event.response }"
`

const consumer = `import { type Diagnostic, check, rules } from '${name}/check'
import { createLocalCdn, type LocalCdn } from '${name}'
import { openDistribution, trace, type TraceResult } from '${name}/trace'

const source = 'site.yaml'
const { files, summary } = await check(source, { profile: 'essential' })
const found: readonly Diagnostic[] = files.flatMap(({ designs }) => designs.flatMap((one) => one.diagnostics))
const { warm }: { warm: TraceResult } = await trace(source, { url: '/a', headers: { accept: '*/*' } })
const distribution = await openDistribution({ text: '${'AWSTemplateFormatVersion: x'}' }).catch((error: Error) => error.message)
const site = await openDistribution(source, { origins: { web: [{ response: { status: 503 } }] } })
const failed = await site.request('/b')
site.close()
const cdn: LocalCdn = await createLocalCdn({ source })
const local = cdn.distributions
await cdn.close()
console.log(JSON.stringify({ errors: summary.errors, found: found.length, rules: rules.length > 200, warm: warm.xCache, marked: warm.headers['x-mark'], refused: typeof distribution, failed: failed.status, local }))
`

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}
/** Colors that the runner of the tests asks for beside a person's NO_COLOR would have Node warn of the two. */
const { FORCE_COLOR: _, ...env } = process.env

function run(program: string, args: readonly string[], cwd: string): Ended {
  const { status, stdout: out, stderr: err } = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  return { status, out, err }
}
function npm(args: readonly string[], cwd: string): string {
  const [program, before] = npmCommand()
  const { status, out, err } = run(program, [...before, ...args], cwd)
  expect(status, err).toBe(0)
  return out
}
const npx = [...npmCommand()[1], 'exec', '--no', '--', 'frontage']
const frontage = (...args: string[]): Ended => run(npmCommand()[0], [...npx, ...args], home)

/** A command that goes on; its first line, and how to end it with all that it started. */
async function started(...args: string[]): Promise<{ line: string; end: () => Promise<void> }> {
  const child: ChildProcess = spawn(npmCommand()[0], [...npx, ...args], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const exited = once(child, 'exit')
  const end = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await exited
  }
  if (!child.stdout) throw new Error('No output to read.')
  for await (const line of createInterface(child.stdout)) return { line, end }
  await end()
  throw new Error('It ended without a word.')
}

let packed: { readonly size: number; readonly unpackedSize: number; readonly paths: readonly string[] }

test('the tarball has what package.json lists, within its budget', () => {
  // Built before all tests: what `prepack` does for who publishes.
  const [told] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.'))
  packed = { ...told, paths: told.files.map(({ path }: { path: string }) => path).toSorted() }
  const own = packed.paths.filter((path) => !/^(?:dist\/(?:page|chunks)|docs\/rules)\//.test(path))
  expect(own).toEqual(
    [
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
      ...['bin/command.cjs', 'bin/frontage.cjs', 'bin/frontage.js', 'dist/command.json'],
      ...['cli', 'library', 'spark'].map((build) => `dist/NOTICE.${build}.md`),
      ...['check', 'index', 'trace'].flatMap((entry) => [`dist/${entry}.d.ts`, `dist/${entry}.js`]),
      ...['cli', 'replay-worker', 'sandbox-worker', 'spark-shard'].map((entry) => `dist/${entry}.js`),
    ].toSorted(),
  )
  expect(packed.paths).toContain('dist/page/index.html')
  expect(packed.paths.filter((path) => /\.(?:ts|map)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
  expect(packed.size / 1e6).toBeLessThan(budget.packed)
  expect(packed.unpackedSize / 1e6).toBeLessThan(budget.unpacked)
})

test('it installs in an empty folder, and tells its version', () => {
  mkdirSync(home)
  const links = Object.keys(dependencies).map((one) => [one, `file:${resolve('node_modules', one)}`])
  const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...Object.fromEntries(links), [name]: `file:${tarball}` },
  }
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest))
  // A link's own scripts would build it; the package has none to run when it is installed.
  expect(Object.keys(scripts).filter((script) => script.includes('install'))).toEqual([])
  npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], home)
  expect(frontage('--version').out.trim()).toBe(version)
  writeFileSync(join(home, 'site.yaml'), template('origin.example.com'))
  writeFileSync(join(home, 'next.yaml'), template('other.example.com'))
})

test('check, trace and review run by its name', () => {
  const checked = frontage('check', 'site.yaml', '--format', 'json')
  expect(checked.status, checked.err).toBe(0)
  expect(JSON.parse(checked.out).summary.errors).toBe(0)
  const traced = frontage('trace', 'site.yaml', '--url', '/a', '--format', 'json')
  expect(JSON.parse(traced.out).results).toMatchObject([
    { xCache: 'Miss from cloudfront', headers: { 'x-mark': 'ran' } },
    { xCache: 'Hit from cloudfront', headers: { 'x-mark': 'ran' } },
  ])
  const reviewed = frontage('review', 'site.yaml', 'next.yaml', '--format', 'markdown')
  expect(reviewed.status, reviewed.err).toBe(0)
  expect(reviewed.out).toContain('other.example.com')
})

test('run and serve listen, and end when they are told to', async () => {
  const site = await started('run', 'site.yaml', '--origin', 'web=.', '--port', '0', '--format', 'json')
  const { url, distributions } = JSON.parse(site.line)
  expect(distributions).toEqual(['Site'])
  expect((await fetch(`${url}/package.json`)).headers.get('x-mark')).toBe('ran')
  await site.end()

  const page = await started('serve', '--port', '0')
  const address = /http:\S+/.exec(page.line)?.[0] ?? ''
  expect(await (await fetch(address)).text()).toContain('<title>Frontage</title>')
  await page.end()
})

test('a strict TypeScript program imports each entry, by either resolution, and runs', () => {
  expect(Object.keys(entries)).toEqual(['.', './check', './trace', './package.json'])
  writeFileSync(join(home, 'consumer.ts'), consumer)
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const common = ['--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--lib', 'es2023,dom']
  for (const [module, resolution] of [
    ['esnext', 'bundler'],
    ['node16', 'node16'],
  ] as const) {
    const how = ['--module', module, '--moduleResolution', resolution, '--types', '']
    const compiled = run(process.execPath, [tsc, ...common, ...how, 'consumer.ts'], home)
    expect(compiled.out, `${module} ${resolution}`).toBe('')
    const ran = run(process.execPath, ['consumer.js'], home)
    expect(ran.err).toBe('')
    expect(JSON.parse(ran.out)).toEqual({
      ...{ errors: 0, rules: true, warm: 'Hit from cloudfront', marked: 'ran' },
      ...{ refused: 'string', failed: 503, local: ['Site'], found: expect.any(Number) },
    })
  }
})
