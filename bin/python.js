/**
 * Python tools that others wrote, as peers of ours: an environment of the project's own, by a pinned list that is
 * complete. Checkov has one to itself, since it pins what the others need newer.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.js'
import { bringUv, pythonIndex } from './uv.js'

export const missingPython =
  'Python 3.11 or newer is missing; install it (on Debian: apt-get install python3 python3-venv).'

const environments = [
  { folder: '.venv', list: 'requirements.txt' },
  { folder: '.venv-checkov', list: 'requirements-checkov.txt' },
]
/** Wanted only where Java is; nobody is told to have it, and what fails here stands in nobody's way. */
const spark = { folder: '.venv-spark', list: 'requirements-spark.txt' }
const hasJava = () => spawnSync('java', ['-version']).status === 0

const stampOf = (folder) => join(root, folder, 'frontage-requirements.txt')
const wantedBy = (list) => readFileSync(join(root, list), 'utf8')
const isCurrent = ({ folder, list }) =>
  existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === wantedBy(list)

/**
 * True where each environment is there, be it of an older list.
 * @returns {boolean}
 */
export const hasPython = () => environments.every(({ folder }) => existsSync(stampOf(folder)))

const isNewEnough = (name, also = '') =>
  spawnSync(name, ['-c', `import sys${also}; sys.exit(sys.version_info < (3, 11))`]).status === 0
const findPython = (also) => ['python3', 'python'].find((name) => isNewEnough(name, also))

function run(program, args, env = {}) {
  const { status, error, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return status === 0 ? undefined : `${error?.message ?? ''}${stderr ?? ''}`.trim()
}

/** By uv, which needs no more of Python than that it runs, and fetches one where there is none. */
function makeByUv(uv, { folder, list }) {
  const { env } = process
  const index = pythonIndex()
  const certificates = env['SSL_CERT_FILE'] ?? env['PIP_CERT']
  const settings = {
    ...(index && { UV_DEFAULT_INDEX: index }),
    UV_HTTP_TIMEOUT: env['UV_HTTP_TIMEOUT'] ?? '180',
    ...(certificates && { SSL_CERT_FILE: certificates }),
  }
  const python = findPython() ?? '>=3.11'
  const make = ['venv', '--quiet', '--no-project', '--clear', '--python', python, folder]
  const install = ['pip', 'install', '--quiet', '--no-deps', '--python', folder, '-r', list]
  return run(uv, make, settings) ?? run(uv, install, settings)
}

/** By Python's own means. */
function makeByVenv(python, { folder, list }) {
  const pip = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', list]
  return run(python, ['-m', 'venv', '--clear', folder]) ?? run(join(root, folder, pip), install)
}

async function make(environment, tell) {
  const uv = await bringUv(tell)
  const byUv = uv ? makeByUv(uv, environment) : 'uv is not to be had'
  if (byUv === undefined) return undefined
  const python = findPython(', venv, ensurepip')
  if (!python) return findPython() ? `${missingPython}\n${byUv}` : missingPython
  return makeByVenv(python, environment)
}

/**
 * Makes the environments that are missing or old. Gives what stands in the way, or nothing.
 * @param {(what: string) => void} tell hears what is about to be fetched
 * @returns {Promise<string | undefined>}
 */
export async function bringPython(tell) {
  for (const environment of environments) {
    const { folder, list } = environment
    if (isCurrent(environment)) continue
    tell(`making ${folder} by ${list}`)
    rmSync(stampOf(folder), { force: true })
    const obstacle = await make(environment, tell)
    if (obstacle !== undefined) return obstacle
    writeFileSync(stampOf(folder), wantedBy(list))
  }
  await bringSpark(tell)
  return undefined
}

/** @param {(what: string) => void} tell */
async function bringSpark(tell) {
  if (isCurrent(spark) || !hasJava()) return
  tell(`making ${spark.folder} by ${spark.list}`)
  const obstacle = await make(spark, tell)
  if (obstacle === undefined) writeFileSync(stampOf(spark.folder), wantedBy(spark.list))
  else tell(`${spark.folder} could not be made, so the job for Spark will not be run: ${obstacle}`)
}
