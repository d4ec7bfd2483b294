/** Compiled code is kept between runs, and is never taken for that of another chunk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ChunkLoader, keptFolders, keptName } from './command.cjs'
import { isCommandFresh, isFresh } from './fresh.cjs'

const folder = mkdtempSync(join(tmpdir(), 'frontage-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const kept = join(folder, 'kept')

write('main.cjs', 'exports.add = (a) => a + require("./one.cjs").one; exports.here = __filename')
write('one.cjs', 'exports.one = 1; exports.node = require("node:path").sep')
write('two.cjs', 'exports.two = "\\u201c"')

const loader = (name = 'check', folders = [kept]) => new ChunkLoader(folder, folders, name)
type Loader = InstanceType<typeof ChunkLoader>
const states = ({ compiled }: Loader) => compiled.map((one) => `${one.name} ${one.kept}`)
/** A run that needs `main.cjs` and what it asks for. */
function run(name?: string, folders?: string[]): Loader {
  const one = loader(name, folders)
  expect(one.load('main.cjs').add(2)).toBe(3)
  expect(one.load('main.cjs').here).toBe(join(folder, 'main.cjs'))
  one.keep()
  return one
}

test('a first run gathers its chunks in one text, a second compiles it, and a third has its code', () => {
  expect(states(run())).toEqual(['main.cjs false', 'one.cjs false'])
  expect(states(run())).toEqual([' false'])
  const written = statSync(join(kept, 'check')).mtimeMs
  expect(states(run())).toEqual([' true'])
  expect(statSync(join(kept, 'check')).mtimeMs).toBe(written)
})

test('a chunk that was not kept is added to those that were', () => {
  const other = loader()
  expect(other.load('two.cjs').two).toBe('“')
  other.keep()
  const both = loader()
  both.load('two.cjs')
  both.load('one.cjs')
  expect(states(both)).toEqual([' true', 'two.cjs true'])
})

test('what is kept is made again when it is old, each time later, so that it has what other sources need', () => {
  const file = join(kept, 'check')
  const age = (minutes: number) => {
    const text = readFileSync(file, 'latin1')
    const [told = ''] = /"made":\d+/.exec(text) ?? []
    writeFileSync(file, text.replace(told, `"made":${Date.now() - minutes * 60_000}`), 'latin1')
    const before = statSync(file).ino
    run()
    return statSync(file).ino !== before
  }
  expect([age(70), age(70), age(600)]).toEqual([true, false, true])
})

test('a file of kept code that is broken, of another version or nowhere is passed over', () => {
  const file = join(kept, 'check')
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged[damaged.length - 200] = (damaged[damaged.length - 200] ?? 0) ^ 1
  for (const bytes of [
    Buffer.from('no'),
    whole.subarray(0, whole.length / 2),
    whole.map((byte) => byte ^ 1),
    damaged,
  ]) {
    writeFileSync(file, bytes)
    expect(loader().load('main.cjs').add(4)).toBe(5)
  }
  run('check', [join(folder, 'main.cjs/kept')])
})

test('where an install may not be written, the code is kept in the second place, and read from there', () => {
  const own = join(folder, 'own')
  const folders = [join(folder, 'main.cjs/kept'), own]
  run('trace', folders)
  run('trace', folders)
  expect(states(run('trace', folders))).toEqual([' true'])
})

test('root takes no compiled code from a folder of a user, and a user none from another', () => {
  const [beside, ...more] = keptFolders('/opt/dist', 'abc')
  expect(beside).toBe(join('/opt/dist', 'kept', 'abc'))
  expect(more).toEqual(
    process.getuid?.() === 0
      ? []
      : [join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'frontage/abc')],
  )
})

test('each command and kind of source has its own file, and what only tells help shares one', () => {
  const name = (...args: string[]) => keptName(args).split('-').at(-1)
  expect(name('check', 'a.yaml')).toBe('check.yaml')
  expect(name('check', '--all', 'stacks/a.json', 'b.yaml')).toBe('check.json')
  expect(name('check', 'folder')).toBe('check')
  expect(name('check', 'a.yaml/../../../x')).toBe('check')
  expect(name('trace', '--help')).toBe('none')
  expect(name('../x')).toBe('none')
  expect(name()).toBe('none')
})

mkdirSync(join(folder, 'dist/sources'), { recursive: true })
const began = 1_900_000_000_000
const notes = (name: string, sources: readonly string[], isThreaded = false) =>
  write(`dist/sources/${name}.json`, JSON.stringify({ began, isThreaded, sources }))
/** A source that was changed so many seconds after the build began. */
function source(name: string, seconds: number) {
  write(name, '')
  utimesSync(join(folder, name), began / 1000 + seconds, began / 1000 + seconds)
}

test('a build is true until one of its sources changes or goes', () => {
  expect(isFresh(folder, 'engine')).toBe(false)
  source('a.ts', -5)
  notes('engine', ['a.ts'])
  expect(isFresh(folder, 'engine')).toBe(true)
  source('a.ts', 5)
  expect(isFresh(folder, 'engine')).toBe(false)
  rmSync(join(folder, 'a.ts'))
  expect(isFresh(folder, 'engine')).toBe(false)
})

test('a command asks for what it reaches, and for the threads that it starts', () => {
  source('check.ts', -5)
  source('trace.ts', -5)
  source('worker.ts', 5)
  notes('cli', ['check.ts', 'trace.ts', 'worker.ts'])
  notes('cli.-', [])
  notes('cli.check', ['check.ts'])
  notes('cli.trace', ['trace.ts'], true)
  notes('library', ['worker.ts'])
  expect(isCommandFresh(folder, ['check', 'a.yaml'])).toBe(true)
  expect(isCommandFresh(folder, ['trace', 'a.yaml'])).toBe(false)
  expect(isCommandFresh(folder, ['--version'])).toBe(true)
  expect(isCommandFresh(folder, ['unknown'])).toBe(false)
})
