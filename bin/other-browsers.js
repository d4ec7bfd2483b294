/** Runs what is there for Firefox and WebKit in those of them that this machine has, and says which it lacks. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findFirefox, findWebKit } from './browsers.js'
import { root } from './install.js'

const others = [
  { name: 'firefox', isHere: findFirefox() !== undefined, remedy: 'apt-get install firefox-esr' },
  { name: 'webkit', isHere: findWebKit() !== undefined, remedy: 'apt-get install webkit2gtk-driver xvfb' },
]
for (const { name, remedy } of others.filter(({ isHere }) => !isHere))
  process.stdout.write(`${name}: not on this machine, so nothing was run in it (on Debian: ${remedy})\n`)
const here = others.filter(({ isHere }) => isHere).map(({ name }) => `--project=${name}`)
if (here.length > 0) {
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'test', '-c', 'e2e', ...here], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
