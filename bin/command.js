/**
 * Runs the built command. Node 20 keeps no compiled code between two runs, and compiling is half of what a small check
 * takes; so the chunks are compiled here, and what V8 made of them is kept beside them in dist/kept, a file for each
 * command. V8 refuses what another version of it has made; what cannot be kept is compiled anew.
 */

const module = (name) => process.getBuiltinModule(name)
// By hand and not by `import`, which would also load the streams of node:fs to name them.
if (!process.getBuiltinModule) {
  process.stderr.write(
    `Frontage needs Node 20.19 or newer and this is ${process.versions.node}; install it from nodejs.org.\n`,
  )
  process.exit(2)
}
const {
  accessSync,
  constants: fs,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = module('fs')
const { createRequire } = module('module')
const { dirname, join } = module('path')
const { fileURLToPath } = module('url')
const { constants, Script } = module('vm')

/** @typedef {{ readonly name: string, readonly script: Script, readonly kept: boolean }} Compiled */

const before = '(function (exports, require, module, __filename, __dirname) {'
const after = '\n})'

/**
 * What is in a file of kept code: the pieces by the names of their chunks.
 * @param {string} file
 * @returns {Map<string, Buffer>}
 */
function readKept(file) {
  try {
    const whole = readFileSync(file)
    const start = 4 + whole.readUInt32LE(0)
    const pieces = JSON.parse(whole.toString('latin1', 4, start))
    return new Map(
      pieces.map(([name, at, length]) => [name, whole.subarray(start + at, start + at + length)]),
    )
  } catch {
    return new Map()
  }
}

/** V8 reads its data in words. */
const padded = (length) => Math.ceil(length / 8) * 8

/**
 * @param {string} file
 * @param {ReadonlyMap<string, Buffer>} pieces
 */
function writeKept(file, pieces) {
  let end = 0
  const table = [...pieces].map(([name, { length }]) => {
    const at = end
    end += padded(length)
    return [name, at, length]
  })
  const text = JSON.stringify(table)
  const head = Buffer.alloc(padded(4 + text.length), ' ')
  head.writeUInt32LE(head.length - 4)
  head.write(text, 4, 'latin1')
  const parts = [...pieces.values()].flatMap((piece) => [
    piece,
    Buffer.alloc(padded(piece.length) - piece.length),
  ])
  const beside = `${file}.${process.pid}`
  try {
    writeFileSync(beside, Buffer.concat([head, ...parts]))
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
  }
}

/** Whether a file can be kept there; where this user may not write, the command is only slower. */
function isWritable(file) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    accessSync(dirname(file), fs.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Loads CommonJS chunks of a folder, their compiled code from a file where that has it.
 * @param {string} folder
 * @param {string} file
 */
export function chunkLoader(folder, file) {
  const kept = readKept(file)
  /** @type {Compiled[]} */
  const compiled = []
  const modules = new Map()
  const outside = createRequire(join(folder, 'command.js'))

  function compile(name, path) {
    const cachedData = kept.get(name)
    const script = new Script(before + readFileSync(path, 'latin1') + after, {
      filename: path,
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    compiled.push({ name, script, kept: script.cachedDataRejected === false })
    return script.runInThisContext()
  }

  function load(name) {
    const known = modules.get(name)
    if (known) return known.exports
    const path = join(folder, name)
    const module = { exports: {} }
    modules.set(name, module)
    const require = (wanted) => (wanted.startsWith('.') ? load(join(dirname(name), wanted)) : outside(wanted))
    compile(name, path)(module.exports, require, module, path, dirname(path))
    return module.exports
  }

  /** Keeps what was compiled in this run; the code of chunks that it did not need stays. */
  function keep() {
    if (compiled.every((one) => one.kept) || !isWritable(file)) return
    const pieces = new Map(kept)
    for (const { name, script } of compiled) pieces.set(name, script.createCachedData())
    writeKept(file, pieces)
  }
  return { load, keep, compiled }
}

/** One file of kept code for each command, since each runs other functions of the same chunks. */
const keptName = ([command = '']) =>
  `${process.version}-${process.arch}-${/^[a-z]{1,20}$/.test(command) ? command : 'none'}`

/** What a call was that the command does not know: nobody makes it twice. */
const misuse = 2

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const isCheckout = existsSync(join(root, 'src'))

export function runCommand() {
  const dist = join(root, 'dist')
  const args = process.argv.slice(2)
  const { entry } = JSON.parse(readFileSync(join(dist, 'command.json'), 'utf8'))
  const loader = chunkLoader(dist, join(dist, 'kept', keptName(args)))
  process.on('exit', (status) => {
    if (status !== misuse) loader.keep()
  })
  void loader.load(entry).main(args)
}
