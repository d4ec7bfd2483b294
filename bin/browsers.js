/** The browsers of this machine, for every script: where they are, and how a Chromium gets here where there is none. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './install.js'
import { npmCommand } from './npm.js'

export const missingChromium =
  'No Chromium was found; install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH.'

const { env, platform, arch } = process
const isWindows = platform === 'win32'
const onPath = (names) =>
  (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, isWindows ? `${name}.exe` : name)))
const programFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])

/** Where Playwright keeps the browsers that it downloads. */
const playwrightCache = () => {
  const own = env['PLAYWRIGHT_BROWSERS_PATH']
  if (own !== undefined && own !== '' && own !== '0') return own
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright')
  if (isWindows) return join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright')
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright')
}
const shells = [
  'chrome',
  'headless_shell',
  'chrome-headless-shell',
  'Chromium',
  'Google Chrome for Testing',
].map((name) => (isWindows ? `${name}.exe` : name))

/** The newest Chromium that Playwright has downloaded; the builds name their folders differently. */
function fromPlaywright() {
  const cache = playwrightCache()
  if (!existsSync(cache)) return undefined
  const build = (name) => Number(/-(\d+)$/.exec(name)?.[1])
  const builds = readdirSync(cache)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((one, other) => build(other) - build(one))
  for (const folder of builds) {
    const file = readdirSync(join(cache, folder), { recursive: true, withFileTypes: true }).find(
      (entry) => entry.isFile() && shells.includes(entry.name),
    )
    if (file) return join(file.parentPath, file.name)
  }
  return undefined
}

/** The Chromium that was brought here before; see `fromPackage`. */
const brought = join(root, '.chromium/chromium')

/**
 * A Chromium of this machine: CHROMIUM_PATH, the PATH, where systems put one, Playwright's cache, or one that was
 * brought here before; undefined where there is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (env['CHROMIUM_PATH']) return env['CHROMIUM_PATH']
  const places = [
    ...onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programFiles.map((folder) => join(folder, 'Google\\Chrome\\Application\\chrome.exe')),
  ]
  return (
    places.find((place) => existsSync(place)) ??
    fromPlaywright() ??
    (existsSync(brought) ? brought : undefined)
  )
}

/**
 * A Firefox of this machine; undefined where there is none.
 * @returns {string | undefined}
 */
export function findFirefox() {
  if (env['FIREFOX_PATH']) return env['FIREFOX_PATH']
  const places = [
    ...onPath(['firefox', 'firefox-esr']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...programFiles.map((folder) => join(folder, 'Mozilla Firefox\\firefox.exe')),
  ]
  return places.find((place) => existsSync(place))
}

/** Folders of WebKitGTK's programs: Debian and Ubuntu, Fedora, Arch. */
const webKitFolders = () =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'].flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
  )

/**
 * WebKit's own browser with its driver, and a screen for them (on Debian: apt-get install webkit2gtk-driver xvfb);
 * undefined where one of them is missing.
 * @returns {{ driver: string, browser: string } | undefined}
 */
export function findWebKit() {
  const driver = onPath(['WebKitWebDriver']).find((place) => existsSync(place))
  const browser = webKitFolders().find((place) => existsSync(place))
  const hasScreen = env['DISPLAY'] !== undefined || onPath(['xvfb-run']).some((place) => existsSync(place))
  return driver && browser && hasScreen ? { driver, browser } : undefined
}

const starts = (browser) => spawnSync(browser, ['--version'], { timeout: 60_000 }).status === 0
const nodeAtLeast = (major, minor) => {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number)
  return ours > major || (ours === major && oursMinor >= minor)
}

/**
 * A Chromium for Linux that an npm package carries, with the libraries that a machine without a desktop lacks. The
 * newer release runs on fewer Nodes. A wrapper sets the paths, so that it is one program like any other.
 */
function fromPackage() {
  if (platform !== 'linux' || arch !== 'x64') return undefined
  const isNew = nodeAtLeast(24, 0) || (nodeAtLeast(22, 17) && !nodeAtLeast(23, 0))
  const folder = join(root, '.chromium')
  const [npm, before] = npmCommand()
  const wanted = `@sparticuz/chromium@${isNew ? '153.0.0' : '147.0.0'}`
  rmSync(folder, { recursive: true, force: true })
  const files = join(folder, 'files')
  mkdirSync(files, { recursive: true })
  // A package.json of its own, or npm would look upwards for one.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--no-save']
  const install = [...before, 'install', '--prefix', folder, ...quiet, wanted]
  if (spawnSync(npm, install, { cwd: folder, stdio: 'ignore' }).status !== 0) return undefined
  // The package unpacks itself into the folder for temporary files; its libraries only where it believes to be in Lambda.
  const unpack =
    "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  const lambda = { AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${isNew ? '22' : '20'}.x`, TMPDIR: files }
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: folder,
    env: { ...env, ...lambda },
  })
  if (unpacked.status !== 0) return undefined
  const wrapper = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")/files',
    'export LD_LIBRARY_PATH="$here/al2023/lib:$here"',
    '[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"',
    'exec "$here/chromium" "$@"',
    '',
  ]
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  writeFileSync(brought, wrapper.join('\n'))
  chmodSync(brought, 0o755)
  if (starts(brought)) return brought
  rmSync(folder, { recursive: true, force: true })
  return undefined
}

/** Playwright's own download, where its host can be reached. */
function fromDownload() {
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], {
    cwd: root,
    stdio: 'ignore',
    timeout: 600_000,
  })
  const found = status === 0 ? fromPlaywright() : undefined
  return found && starts(found) ? found : undefined
}

/**
 * A Chromium, brought here where the machine has none.
 * @param {(what: string) => void} tell hears what is about to be fetched
 * @returns {string | undefined}
 */
export function bringChromium(tell) {
  const found = findChromium()
  if (found) return found
  tell('no Chromium on this machine: fetching one')
  return fromPackage() ?? fromDownload()
}
