/** What the recipes name, the release workflow runs and package.json says, held to each other. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const { name, version, scripts, publishConfig, ...manifest } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)
const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const texts = pages.map((page) => [page, readFileSync(page, 'utf8')] as const)

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}
const workflows = readdirSync('.github/workflows').map(
  (file) => [file, parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as Workflow] as const,
)

/** What in a recipe could fetch a package that is not ours, or another version. */
function loose(text: string): string[] {
  const calls = [...text.matchAll(/\bnpx\b(?:['"], ?['"]?| (?=--|frontage\b))[^\n`]*/g)].map(([call]) => call)
  const names = [...text.matchAll(/npm (?:install|i) [^\n`]*/g)]
    .map(([call]) => call)
    .filter((call) => call.includes('frontage'))
  const pinned = `${name}@${version}`
  return [
    ...calls.filter(
      (call) =>
        /\bfrontage\b/.test(call) &&
        !/--no\b['"]?,? ?['"]?--/.test(call) &&
        !call.includes(`--package=${pinned}`),
    ),
    ...names.filter((call) => !call.includes(pinned)),
  ]
}

test('each recipe names our package with its version, or keeps npx to what is installed', () => {
  for (const [page, text] of texts) expect(loose(text), page).toEqual([])
  expect(texts.some(([, text]) => text.includes(`--save-exact ${name}@${version}`))).toBe(true)
  for (const [page, text] of texts)
    for (const [, other] of text.matchAll(/@frontage-cdn\/frontage@([\w.]+)/g))
      expect(other, page).toBe(version)
})

test('a recipe that fetches by a bare name is found', () => {
  expect(loose('npx frontage check a.yaml')).toHaveLength(1)
  expect(loose("cmd = { 'npx', 'frontage', 'lsp' }")).toHaveLength(1)
  expect(loose('npm install --save-dev frontage')).toHaveLength(1)
  expect(loose(`npm install ${name}@0.0.1`)).toHaveLength(1)
})

test('the package is public, scoped, proven and built before it is packed', () => {
  expect(manifest.private).toBeUndefined()
  expect(name).toMatch(/^@[\w-]+\/frontage$/)
  expect(publishConfig).toEqual({ access: 'public', provenance: true })
  expect(scripts.prepack).toBe('npm run build')
})

test('each workflow runs scripts that exist, by pinned actions, with no more rights than a job says', () => {
  for (const [file, { permissions }] of workflows) expect(permissions, file).toEqual({ contents: 'read' })
  const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps))
  for (const { uses = '@v4' } of steps) expect(uses).toMatch(/@v\d/)
  const lines = steps.map(({ run = '' }) => run).join('\n')
  for (const [, script = ''] of lines.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script])
})

test('a release publishes what was tested and packed, with provenance', () => {
  const release = workflows.find(([file]) => file === 'release.yml')?.[1]
  const lines = Object.values(release?.jobs ?? {}).flatMap(({ steps }) => steps.map(({ run = '' }) => run))
  const at = (piece: string) => lines.findIndex((line) => line.includes(piece))
  const order = [
    'npm test',
    'npm pack',
    'npm run build:vscode',
    'npm run build:action',
    'npm publish --provenance',
  ]
  expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b))
  expect(at('npm test')).toBeGreaterThan(0)
  expect(release?.jobs['npm']?.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
})
