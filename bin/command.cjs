/**
 * Runs the built command. Node 20 keeps no compiled code between two runs, and compiling is half of what a small check
 * takes; so the chunks are compiled here, and what V8 made of them is kept: a file for each command and kind of source,
 * since each runs other functions of the same chunks. The chunks that a first run needed are put into one text, which is
 * read and compiled as one; what later runs need besides is kept beside it. V8 refuses what another version of it has
 * made; what cannot be kept is compiled anew.
 */
const fs = require('node:fs')
const { createRequire } = require('node:module')
const { homedir } = require('node:os')
const { dirname, extname, join } = require('node:path')
const { constants, Script } = require('node:vm')

/** @typedef {(exports: object, require: (name: string) => unknown, module: object, file: string, folder: string) => void} Body */
/** @typedef {{ readonly name: string, readonly script: Script, readonly kept: boolean }} Compiled */
/**
 * `names` are the chunks in the text, `made` is when its code was last compiled, and `times` how often.
 * @typedef {{ readonly names: readonly string[], readonly made: number, readonly times: number }} About
 */
/** @typedef {{ readonly about: About, readonly text: string, readonly pieces: ReadonlyMap<string, Buffer> }} Kept */

const before = 'function (exports, require, module, __filename, __dirname) {'
const after = '\n}'
/** The name of the one text among the pieces of compiled code. */
const together = ''

/** @type {Kept} */
const nothing = { about: { names: [], made: 0, times: 0 }, text: '', pieces: new Map() }

/** Bytes of the table; V8 reads its data in words. */
const headSize = 16_384
const padded = (length) => Math.ceil(length / 8) * 8
const filled = (bytes) => [bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]

/**
 * What is in a file of kept code: a table of names and lengths, the text, the pieces. Each is read by itself, so that the
 * bytes of the text do not stay for the sake of the others.
 * @param {string} file
 * @returns {Kept | undefined}
 */
function readKept(file) {
  let opened
  try {
    opened = fs.openSync(file)
    let at = 0
    const part = (length) => {
      const bytes = Buffer.allocUnsafeSlow(length)
      if (fs.readSync(opened, bytes, 0, length, at) < length) throw new RangeError('cut off')
      at += padded(length)
      return bytes
    }
    const { about, size, table } = JSON.parse(part(headSize).latin1Slice())
    at = headSize
    const text = part(size).latin1Slice()
    return { about, text, pieces: new Map(table.map(([name, length]) => [name, part(length)])) }
  } catch {
    return undefined
  } finally {
    if (opened !== undefined) fs.closeSync(opened)
  }
}

/**
 * Under its name from one moment to the next, so that no run reads half of it.
 * @param {string} file
 * @param {Kept} kept
 */
function writeKept(file, { about, text, pieces }) {
  const table = [...pieces].map(([name, { length }]) => [name, length])
  const told = JSON.stringify({ about, size: text.length, table })
  if (told.length > headSize) return
  const head = Buffer.from(told.padEnd(headSize), 'latin1')
  const parts = [head, ...filled(Buffer.from(text, 'latin1')), ...[...pieces.values()].flatMap(filled)]
  const beside = `${file}.${process.pid}`
  try {
    const opened = fs.openSync(beside, 'w')
    fs.writeFileSync(opened, Buffer.concat(parts))
    // V8 tells damage of its data, and nobody would tell that of the text.
    fs.fsyncSync(opened)
    fs.closeSync(opened)
    fs.renameSync(beside, file)
  } catch {
    fs.rmSync(beside, { force: true })
  }
}

/** Whether a file can be kept in a folder; where this user may not write, the command is only slower. */
function isWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

const minute = 60_000
/** Another source needs other functions: what is kept is made again with them, ever more seldom. */
const isOld = ({ made, times }) => Date.now() - made > minute * 8 ** times

/** Loads CommonJS chunks of a folder, their compiled code from the first of some folders that has a file of the name. */
class ChunkLoader {
  /** @type {Compiled[]} */
  compiled = []
  #modules = new Map()

  /**
   * @param {string} folder
   * @param {readonly string[]} keptFolders
   * @param {string} keptName
   */
  constructor(folder, keptFolders, keptName) {
    this.folder = folder
    this.keptFolders = keptFolders
    this.keptName = keptName
    this.outside = createRequire(join(folder, 'command.js'))
    let known
    for (const one of keptFolders) known ??= readKept(join(one, keptName))
    this.kept = known ?? nothing
    /** @type {Record<string, Body>} */
    this.bodies = this.kept.text === '' ? {} : this.#compile(together, this.kept.text, 'command.js')
  }

  #codeOf(name) {
    return before + fs.readFileSync(join(this.folder, name), 'latin1') + after
  }

  /** @returns {any} what the text gives */
  #compile(name, text, file) {
    const cachedData = this.kept.pieces.get(name)
    const script = new Script(text, {
      filename: join(this.folder, file),
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    this.compiled.push({ name, script, kept: script.cachedDataRejected === false })
    return script.runInThisContext()
  }

  /**
   * @param {string} name
   * @returns {any} the chunk's exports
   */
  load(name) {
    const loaded = this.#modules.get(name)
    if (loaded) return loaded.exports
    const path = join(this.folder, name)
    // All chunks are in one folder, and `join` is slow for what is asked hundreds of times.
    const beside = name.slice(0, name.lastIndexOf('/') + 1)
    const module = { exports: {} }
    this.#modules.set(name, module)
    const require = (wanted) =>
      wanted.startsWith('./') ? this.load(beside + wanted.slice(2)) : this.outside(wanted)
    const body = Object.hasOwn(this.bodies, name)
      ? this.bodies[name]
      : this.#compile(name, `(${this.#codeOf(name)})`, name)
    body(module.exports, require, module, path, dirname(path))
    return module.exports
  }

  /** What the next run is to find; undefined where this one found all that it needed. */
  #next() {
    const { about, text, pieces } = this.kept
    if (this.compiled.every(({ kept }) => kept) && !isOld(about)) return undefined
    if (text !== '') {
      const made = this.compiled.map(({ name, script }) => [name, script.createCachedData()])
      const next = { ...about, made: Date.now(), times: about.times + 1 }
      return { about: next, text, pieces: new Map([...pieces, ...made]) }
    }
    // One text can only be compiled by the run after this one.
    const names = this.compiled.map(({ name }) => name)
    const bodies = names.map((name) => `${JSON.stringify(name)}: ${this.#codeOf(name)}`)
    return { ...nothing, about: { ...nothing.about, names }, text: `({${bodies.join(',\n')}})` }
  }

  /** Keeps what was compiled in this run; the code of chunks that it did not need stays. */
  keep() {
    const next = this.#next()
    const place = next && this.keptFolders.find(isWritable)
    if (place !== undefined) writeKept(join(place, this.keptName), next)
  }
}

/** Options of Node and V8 that change what it compiles. */
const nodeOptions = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ').trim()

/** A short number of a text, by which names of files differ. */
function numbered(text) {
  let number = 5381
  for (let at = 0; at < text.length; at += 1) number = ((number * 33) ^ text.charCodeAt(at)) >>> 0
  return number.toString(36)
}

/**
 * The Node, the command, and what its first source is.
 * @param {readonly string[]} args
 */
function keptName([command = '', ...more]) {
  const isCall = /^[a-z]{1,20}$/.test(command) && !more.some((word) => word === '--help' || word === '-h')
  const kind = extname(more.find((word) => !word.startsWith('-')) ?? '')
  const known = /^\.(?:tf|json|ya?ml|template)$/.test(kind) ? kind : ''
  const node = `${process.version}-${process.arch}${nodeOptions === '' ? '' : `-${numbered(nodeOptions)}`}`
  return `${node}-${isCall ? command + known : 'none'}`
}

/**
 * Where code is kept for a build: beside it, or in this user's folder for such things where an install may not be
 * written. Root takes nothing from there: it may be another user's.
 * @param {string} dist
 * @param {string} build
 */
function keptFolders(dist, build) {
  const beside = join(dist, 'kept', build)
  if (process.getuid?.() === 0) return [beside]
  try {
    const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
    return [beside, join(caches, 'frontage', build)]
  } catch {
    return [beside]
  }
}

/** What a call was that the command does not know: nobody makes it twice. */
const misuse = 2
/** By then a command that goes on, as servers do, has started; it may end without a word. */
const started = 3000

const root = dirname(__dirname)
const isCheckout = fs.existsSync(join(root, 'src'))

function runCommand() {
  const dist = join(root, 'dist')
  const args = process.argv.slice(2)
  const { entry } = JSON.parse(fs.readFileSync(join(dist, 'command.json'), 'utf8'))
  const build = entry.replace(/^.*-|\.cjs$/g, '')
  const loader = new ChunkLoader(dist, keptFolders(dist, build), keptName(args))
  let isKept = false
  const keep = () => {
    if (!isKept) loader.keep()
    isKept = true
  }
  setTimeout(keep, started).unref()
  process.on('exit', (status) => {
    if (status !== misuse) keep()
  })
  void loader.load(entry).main(args)
}

module.exports = { ChunkLoader, isCheckout, keptFolders, keptName, root, runCommand }
