/** `npm run gallery`: pictures of every view in three widths and both themes, in test-results/screenshots. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.js'

const run = (script, args, env = {}) =>
  spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status

const built = run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'])
process.exitCode =
  built || run('node_modules/@playwright/test/cli.js', ['test', '-c', 'e2e', 'every-view'], { GALLERY: '1' })
