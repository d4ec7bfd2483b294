/** Writes the generated documentation again and fails where that changes a file. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.js'

const generated = ['docs/rules', 'docs/rules.md', 'docs/pipeline.md', 'docs/error-codes.md', 'docs/peers.md']
const hash = () =>
  spawnSync('git', ['status', '--porcelain', '--', ...generated], { cwd: root, encoding: 'utf8' }).stdout
const before = hash()
const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/frontage.js'), 'docs'], {
  cwd: root,
  encoding: 'utf8',
})
if (status !== 0) {
  process.stderr.write(stderr)
  process.exit(1)
}
const after = hash()
if (after === before) process.exit(0)
process.stderr.write(`These generated files were not current; run “npm run docs” and commit them:\n${after}`)
process.exit(1)
