/** What every entry of a checkout does first: dependencies are there, and the build is newer than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Frontage needs Node 20.19 or newer and this is ${process.versions.node}; install it from nodejs.org.\n`,
  )
  process.exit(2)
}

/** Runs a program in the checkout; its output goes to standard error, or nowhere when `quiet` and it succeeds. */
export function run(program, args, { quiet = false } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    stdio: quiet ? 'pipe' : ['ignore', 2, 2],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  if (quiet) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(`“${[program, ...args].join(' ')}” failed${error ? `: ${error.message}` : ''}.\n`)
  process.exit(2)
}

const newest = (path) => {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
const timeOf = (path) => (existsSync(join(root, path)) ? newest(join(root, path)) : 0)

/** Installs the locked dependencies where they are missing or older than the lock file. */
export function installed({ quiet = false } = {}) {
  if (timeOf('node_modules/.package-lock.json') >= timeOf('package-lock.json') - 1) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of platforms other than the one it was made on.
  run(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { quiet })
}

/** Builds one mode where its output is missing or older than a source. */
export function built(output, mode, { quiet = false } = {}) {
  const sources = Math.max(...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map(timeOf))
  const made = existsSync(join(root, output)) ? statSync(join(root, output)).mtimeMs : 0
  if (made >= sources) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  run(process.execPath, [vite, 'build', '--logLevel', 'warn', ...(mode ? ['--mode', mode] : [])], { quiet })
}
