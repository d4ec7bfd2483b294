/** What every entry of a checkout does first: dependencies are there, and the build is newer than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isFresh, isInstalled } from './fresh.cjs'
import { npmCommand } from './npm.js'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Frontage needs Node 20.19 or newer and this is ${process.versions.node}; install it from nodejs.org.\n`,
  )
  process.exit(2)
}

/** Runs a program in the checkout; what it writes is shown where it fails. */
function run(program, args) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    stdio: 'pipe',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  process.stderr.write(`\n${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(`“${[program, ...args].join(' ')}” failed${error ? `: ${error.message}` : ''}.\n`)
  process.exit(2)
}

const newest = (path) => {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
const timeOf = (path) => (existsSync(join(root, path)) ? newest(join(root, path)) : 0)
const silent = () => {}

/**
 * Installs the locked dependencies where they are missing or older than the lock file.
 * @param {(what: string) => void} [tell] hears of it before it takes its time
 */
export function installed(tell = silent) {
  if (isInstalled(root)) return
  tell('installing packages')
  const [npm, before] = npmCommand()
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of platforms other than the one it was made on.
  run(npm, [...before, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
}

function build(...mode) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  run(process.execPath, [vite, 'build', '--logLevel', 'warn', ...mode])
}

/**
 * Builds one of the modes that run in Node where it is missing or not what its sources say.
 * @param {'cli' | 'library' | 'spark' | 'whole'} mode
 * @param {(what: string) => void} [tell] hears of it before it takes its time
 */
export function built(mode, tell = silent) {
  if (isFresh(root, mode)) return
  tell('building the command')
  build('--mode', mode)
}

/**
 * The same for the page, whose workers and service worker are builds of their own: any file may be in one.
 * @param {(what: string) => void} [tell]
 */
export function builtPage(tell = silent) {
  const sources = Math.max(
    ...['src', 'vite', 'public', 'index.html', 'vite.config.ts', 'package.json'].map(timeOf),
  )
  if (timeOf('dist/page/index.html') >= sources) return
  tell('building the page')
  build()
}
