/** uv, the maker of Python environments: this machine's, or the wheel that the Python index has of it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './install.js'

const tags = {
  'linux-x64': 'musllinux_1_1_x86_64',
  'linux-arm64': 'musllinux_1_1_aarch64',
  'darwin-x64': 'macosx_10_12_x86_64',
  'darwin-arm64': 'macosx_11_0_arm64',
  'win32-x64': 'win_amd64',
  'win32-arm64': 'win_arm64',
}
const isWindows = process.platform === 'win32'

/**
 * The wheel for a platform, of the pinned list beside this file.
 * @param {string} [platform]
 * @returns {{ name: string, sha256: string } | undefined}
 */
export function pinnedWheel(platform = `${process.platform}-${process.arch}`) {
  const list = readFileSync(join(root, 'bin/uv-wheels.txt'), 'utf8')
  const line = list.split('\n').find((one) => tags[platform] && one.includes(`${tags[platform]}.whl`))
  const [name, hash] = line?.split(' sha256=') ?? []
  return name && hash ? { name, sha256: hash } : undefined
}

/** Asks pip, or the one that ensurepip carries, where it looks by itself. */
const askPip = `import glob, os, sys
try:
    import ensurepip
    sys.path += glob.glob(os.path.join(os.path.dirname(ensurepip.__file__), '_bundled', 'pip-*.whl'))
except ImportError:
    pass
sys.path += glob.glob('/usr/share/python-wheels/pip-*.whl')
from pip._internal.models.index import PyPI
print(PyPI.simple_url)`

function pipsOwnIndex() {
  for (const python of ['python3', 'python']) {
    const { status, stdout } = spawnSync(python, ['-c', askPip], { encoding: 'utf8' })
    if (status === 0 && stdout.startsWith('https://')) return stdout.trim()
  }
  return undefined
}

/**
 * The index that pip and uv of this machine are told to use, else the one that pip uses by itself; undefined where
 * there is no pip to ask.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | undefined}
 */
export function pythonIndex(env = process.env) {
  const set = env['UV_DEFAULT_INDEX'] ?? env['UV_INDEX_URL'] ?? env['PIP_INDEX_URL']
  if (set) return set
  const home = homedir()
  const files = [
    env['PIP_CONFIG_FILE'] ?? '',
    join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'pip/pip.conf'),
    join(home, '.pip/pip.conf'),
    join(home, 'Library/Application Support/pip/pip.conf'),
    join(env['APPDATA'] ?? home, 'pip/pip.ini'),
    '/etc/pip.conf',
  ]
  for (const file of files) {
    const found = existsSync(file) && /^\s*index-url\s*[=:]\s*(\S+)/m.exec(readFileSync(file, 'utf8'))
    if (found) return found[1]
  }
  return pipsOwnIndex()
}

/** What an address answers; a name and password in it are sent as the header that they stand for. */
async function get(address) {
  const url = new URL(address)
  const { username, password } = url
  const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  )
  url.username = ''
  url.password = ''
  const response = await fetch(url, {
    headers: username === '' ? {} : { authorization: `Basic ${secret}` },
    signal: AbortSignal.timeout(300_000),
  })
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}.`)
  return response
}

/**
 * The address of a file on a page of the index, which lists links (PEP 503).
 * @param {string} html
 * @param {string} name
 * @param {string} page the address of the page
 * @returns {string | undefined}
 */
export function linkTo(html, name, page) {
  for (const [, href = ''] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) {
    const url = new URL(href.replaceAll('&amp;', '&'), page)
    if (decodeURIComponent(url.pathname).endsWith(`/${name}`)) return url.href.replace(/#.*/, '')
  }
  return undefined
}

/** The program out of the wheel, whose hash is the pinned one. */
async function fetchWheel({ name, sha256 }, program) {
  const index = pythonIndex()
  if (!index) throw new Error('No Python index is known; set PIP_INDEX_URL to one.')
  const page = `${index.replace(/\/+$/, '')}/uv/`
  const link = linkTo(await (await get(page)).text(), name, page)
  if (!link) throw new Error(`The Python index has no ${name}.`)
  const own = new URL(page)
  const file = new URL(link)
  // What opens the page opens the files of the same host, as pip has it.
  if (file.host === own.host && file.username === '')
    [file.username, file.password] = [own.username, own.password]
  const wheel = Buffer.from(await (await get(file.href)).arrayBuffer())
  if (createHash('sha256').update(wheel).digest('hex') !== sha256)
    throw new Error(`${name} is not the file that it was when its hash was noted.`)
  const { unzipSync } = await import('fflate')
  const ending = isWindows ? '/scripts/uv.exe' : '/scripts/uv'
  const [binary] = Object.values(unzipSync(wheel, { filter: (one) => one.name.endsWith(ending) }))
  if (!binary) throw new Error(`There is no uv in ${name}.`)
  mkdirSync(dirname(program), { recursive: true })
  writeFileSync(`${program}.part`, binary, { mode: 0o755 })
  renameSync(`${program}.part`, program)
}

const starts = (program) => spawnSync(program, ['--version']).status === 0

/**
 * uv of this machine, or the pinned one in `.uv`, fetched where it is not there yet; undefined where it cannot be had.
 * @param {(what: string) => void} tell
 * @returns {Promise<string | undefined>}
 */
export async function bringUv(tell) {
  if (starts('uv')) return 'uv'
  const wheel = pinnedWheel()
  if (!wheel) return undefined
  const program = join(root, '.uv', wheel.name.split('-')[1] ?? '', isWindows ? 'uv.exe' : 'uv')
  if (existsSync(program) && starts(program)) return program
  try {
    await fetchWheel(wheel, program)
  } catch (error) {
    tell(`uv could not be fetched: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
  return starts(program) ? program : undefined
}
