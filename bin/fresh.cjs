/** Whether what is built is still what its sources say. Every call in a checkout asks, so this loads nothing else. */
const { existsSync, lstatSync, readFileSync, statSync } = require('node:fs')

const once = { throwIfNoEntry: false }

/**
 * @param {string} root
 * @param {string} name of a file that vite/notes-sources.ts wrote
 */
function readNotes(root, name) {
  const file = `${root}/dist/sources/${name}.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

const isTrue = (root, notes) => {
  for (const file of notes.sources) {
    const stat = lstatSync(`${root}/${file}`, once)
    if (!stat || stat.mtimeMs >= notes.began) return false
  }
  return true
}

/**
 * @param {string} root
 * @param {string} mode
 */
function isFresh(root, mode) {
  const notes = readNotes(root, mode)
  return notes !== undefined && isTrue(root, notes)
}

/**
 * The same for what one call needs; `--version` and `--help` need no command.
 * @param {string} root
 * @param {readonly string[]} args
 */
function isCommandFresh(root, [command = '', ...more]) {
  const isAlone = command.startsWith('-') && more.length === 0
  const notes = readNotes(root, `cli.${isAlone ? '-' : command}`) ?? readNotes(root, 'cli')
  return notes !== undefined && isTrue(root, notes) && (!notes.isThreaded || isFresh(root, 'library'))
}

/**
 * Whether the packages are those of the lock file.
 * @param {string} root
 */
function isInstalled(root) {
  const has = statSync(`${root}/node_modules/.package-lock.json`, once)?.mtimeMs ?? 0
  return has >= (statSync(`${root}/package-lock.json`, once)?.mtimeMs ?? 0) - 1
}

module.exports = { isCommandFresh, isFresh, isInstalled }
