import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv'
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' }
import { applyPatch } from 'diff'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { check } from './check.ts'

const site = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [WWW.example.com]
        Origins:
          - Id: web
            DomainName: origin.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
          SslSupportMethod: sni-only
          MinimumProtocolVersion: TLSv1.2_2021
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frontage-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
  return file
}

/** What the command writes, and how it ends. */
async function run(sources: readonly string[], options: Partial<Parameters<typeof check>[1]> = {}) {
  const written = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text, done?: unknown) => {
    written.out += String(text)
    if (typeof done === 'function') done()
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text)
    return true
  })
  try {
    const status = await check(sources, {
      format: 'text',
      parameters: {},
      all: false,
      fix: false,
      fixDryRun: false,
      onlyCloudfront: false,
      ...options,
    })
    return { ...written, status }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

test('a hook that gets every changed file passes over those without a distribution', async () => {
  const other = await fileOf('compose.yaml', 'services: { web: { image: x } }\n')
  const broken = await fileOf('no-yaml.yaml', '# AWS::CloudFront::Distribution\na: {\n')
  expect(await run([other], { onlyCloudfront: true })).toMatchObject({ status: 0 })
  expect(await run([other])).toMatchObject({ status: 2 })
  expect(await run([other, broken], { onlyCloudfront: true })).toMatchObject({ status: 2 })
})

test('the text has errors before warnings under the file, and says what it does not show', async () => {
  const file = await fileOf('site.yaml', site)
  const { out, status } = await run([file])
  const lines = out.trimEnd().split('\n')
  expect(lines[0]).toBe(file)
  expect(lines[1]).toMatch(/:7:\d+: error: .*capital.*\[alias\/lowercase\]$/)
  expect(lines[2]).toMatch(/:19:\d+: warning: .*\[behavior\/viewer-http-allowed\]$/)
  expect(lines.at(-1)).toMatch(
    /^1 error, 1 warning in 1 file\. \d+ notes are not shown at the profile “essential”; --all shows them\.$/,
  )
  expect(status).toBe(1)
  expect((await run([file], { all: true })).out).toMatch(
    / note: [\s\S]*1 error, 1 warning, \d+ notes in 1 file\.\n$/,
  )
})

test('an unreadable file is named and never counted as clean', async () => {
  const missing = join(folder, 'none.yaml')
  expect(await run([missing])).toMatchObject({ out: '', status: 2, err: expect.stringContaining(missing) })
  const file = await fileOf('site.yaml', site)
  expect((await run([missing, file])).out).toMatch(/in 1 file\..* 1 file could not be read\.\n$/)
})

test('JSON has every finding with its profiles, or those of the profile that was asked for', async () => {
  const file = await fileOf('site.yaml', site)
  const all = JSON.parse((await run([file], { format: 'json' })).out)
  const found = all.files[0].designs[0].diagnostics
  expect(found).toContainEqual(
    expect.objectContaining({ rule: 'security/no-waf', profiles: ['recommended', 'security', 'all'] }),
  )
  expect(found).toContainEqual(
    expect.objectContaining({
      rule: 'security/no-response-headers',
      covers: expect.arrayContaining(['response-headers-policy/not-attached']),
    }),
  )
  const some = JSON.parse((await run([file], { format: 'json', profile: 'essential' })).out)
  expect(some.summary).toEqual({ errors: 1, warnings: 1, infos: 0 })
})

test('a project file above the source holds for it; one that is wrong is told, with its name', async () => {
  const file = await fileOf('team/cdn/site.yaml', site)
  await fileOf(
    'team/frontage.json',
    JSON.stringify({
      profile: 'security',
      rules: { 'behavior/viewer-http-allowed': { level: 'off', reason: 'an internal tool' } },
    }),
  )
  const { out } = await run([file])
  expect(out).toContain('[security/no-waf]')
  expect(out).not.toContain('[behavior/viewer-http-allowed]')
  await fileOf('team/cdn/.frontagerc', '{"profile": "strict"}')
  const wrong = await run([file])
  expect(wrong).toMatchObject({ status: 2, out: '' })
  expect(wrong.err).toContain(`${join(folder, 'team/cdn/.frontagerc')}: “strict” is not a profile`)
})

test('SARIF is valid, marks each finding for good, and carries its fix', async () => {
  const ajv = new Ajv({ schemaId: 'auto' })
  ajv.addMetaSchema(draft4)
  const isSarif = ajv.compile(sarifSchema)
  const file = await fileOf('site.yaml', site)
  const log = JSON.parse((await run([file], { format: 'sarif' })).out)
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true)
  expect(isSarif({ ...log, version: '9' })).toBe(false)
  const [{ results }] = log.runs
  const marks = results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))
  expect(new Set(marks).size).toBe(results.length)
  const fixed = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'alias/lowercase')
  expect(fixed.fixes[0].artifactChanges[0].replacements).toEqual([
    {
      deletedRegion: { startLine: 7, startColumn: 1, endLine: 8, endColumn: 1 },
      insertedContent: { text: '        Aliases: [www.example.com]\n' },
    },
  ])
  const moved = await fileOf('site.yaml', `# a line more\n${site}`)
  const again = JSON.parse((await run([moved], { format: 'sarif' })).out)
  const other = again.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'alias/lowercase')
  expect(other.partialFingerprints).toEqual(fixed.partialFingerprints)
})

test('SARIF leads to the anchor of each rule on a page that there is', async () => {
  const file = await fileOf('site.yaml', site)
  const log = JSON.parse((await run([file], { format: 'sarif', all: true })).out)
  const descriptors: { id: string; helpUri: string }[] = log.runs[0].tool.driver.rules
  expect(descriptors.length).toBeGreaterThan(5)
  for (const { id, helpUri } of descriptors) {
    const { pathname, hash } = new URL(helpUri)
    const [group, name] = id.split('/')
    expect(pathname).toMatch(new RegExp(`/docs/rules/${group}\\.md$`))
    expect(hash).toBe(`#${name}`)
    expect(await readFile(new URL(pathname, 'file:'), 'utf8'), id).toContain(`\n## ${name}\n`)
  }
})

test('a dry run prints a patch that makes what --fix makes, and leaves the file alone', async () => {
  const file = await fileOf('fix.yaml', site)
  const dry = await run([file], { fixDryRun: true })
  expect(await readFile(file, 'utf8')).toBe(site)
  expect(dry.err).toContain('would fix alias/lowercase')
  const made = await run([file], { fix: true })
  expect(made.err).toContain('fixed alias/lowercase')
  const text = await readFile(file, 'utf8')
  expect(text).toContain('Aliases: [www.example.com]')
  expect(text).toContain('ViewerProtocolPolicy: allow-all')
  expect(applyPatch(site, dry.out)).toBe(text)
})
