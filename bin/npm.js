/** How npm is started. Windows starts no `npm.cmd` without a shell, so npm's own script is run by this Node. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where npm's script is when Node's installer put it there. */
const besideNode = (execPath) =>
  [
    join(dirname(execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => existsSync(file))

/**
 * The program and the arguments before npm's own.
 * @param {{ env?: Readonly<Record<string, string | undefined>>, execPath?: string }} [machine]
 * @returns {readonly [program: string, before: readonly string[]]}
 */
export function npmCommand({ env = process.env, execPath = process.execPath } = {}) {
  // npm names its script to whatever it runs; other package managers name theirs, which know no `--no-save`.
  const named = env['npm_execpath']
  const script = named && basename(named) === 'npm-cli.js' ? named : besideNode(execPath)
  return script ? [execPath, [script]] : ['npm', []]
}
