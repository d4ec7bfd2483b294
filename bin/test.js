/** `npm test`: everything, on a fresh clone too. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.js'
import { installed, root } from './install.js'

const started = Date.now()
const counts = { passed: 0, failed: 0 }

function fail(message) {
  process.stdout.write(`${message}\n${counts.passed} passed, ${Math.max(1, counts.failed)} failed\n`)
  process.exit(1)
}

function step(title, program, args, { env = {}, report } = {}) {
  const before = Date.now()
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...env },
  })
  const counted = report?.()
  if (counted) {
    counts.passed += counted.passed
    counts.failed += counted.failed
  }
  const seconds = ((Date.now() - before) / 1000).toFixed(1)
  process.stdout.write(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)${counted ? `: ${counted.passed} tests` : ''}\n`,
  )
  if (status === 0 && (!counted || counted.passed > 0)) return
  process.stdout.write(`${stdout.slice(-20000)}\n${stderr.slice(-10000)}\n`)
  fail(status === 0 ? `“${title}” ran no test.` : `“${title}” failed.`)
}

const node = (script, ...args) => [process.execPath, [join(root, script), ...args]]
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** A Python that can make virtual environments. */
function findPython() {
  const found = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import venv, ensurepip']).status === 0,
  )
  if (!found)
    fail('Python 3 with venv is missing; install it (on Debian: apt-get install python3 python3-venv).')
  return found
}

/**
 * Python tools that others wrote, as peers: a virtual environment of the project's own, by a pinned list that is
 * complete. Checkov has one to itself, since it pins what the others need newer.
 */
function python(environment, list) {
  const wanted = readFileSync(join(root, list), 'utf8')
  const stamp = join(root, environment, 'frontage-requirements.txt')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  step(`python: ${environment}`, findPython(), ['-m', 'venv', environment])
  const pip = join(root, environment, process.platform === 'win32' ? 'Scripts/pip' : 'bin/pip')
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps']
  step(`python: packages of ${list}`, pip, ['install', ...quiet, '-r', list])
  writeFileSync(stamp, wanted)
}

const chromium = findChromium()
if (!chromium)
  fail('No Chromium was found; install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH.')
installed()
python('.venv', 'requirements.txt')
python('.venv-checkov', 'requirements-checkov.txt')
mkdirSync(join(root, 'test-results'), { recursive: true })

const unitReport = join(root, 'test-results/unit.json')
const e2eReport = join(root, 'test-results/e2e.json')
step('lint', ...node('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'))
step('types', ...node('node_modules/typescript/bin/tsc', '--noEmit'))
step('types of the core', ...node('node_modules/typescript/bin/tsc', '-p', 'src/core', '--noEmit'))
step('nothing unused', ...node('node_modules/knip/bin/knip.js', '--no-progress'))
step(
  'unit tests',
  ...node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=json',
    `--outputFile=${unitReport}`,
    '--reporter=default',
  ),
  {
    report() {
      const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readJson(unitReport) ?? {}
      return { passed, failed }
    },
  },
)
for (const mode of [[], ['--mode', 'cli'], ['--mode', 'engine']])
  step(
    `build ${mode[1] ?? 'page'}`,
    ...node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...mode),
  )
step('size budget', ...node('bin/size-budget.js'))
step('generated docs are current', ...node('bin/docs-current.js'))
step('end-to-end tests', ...node('node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e'), {
  env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
  report() {
    const { expected: passed = 0, unexpected: failed = 0 } = readJson(e2eReport)?.stats ?? {}
    return { passed, failed }
  },
})
process.stdout.write(`all of it took ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
