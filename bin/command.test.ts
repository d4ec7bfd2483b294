/** Compiled code is kept between runs, and is never taken for that of another chunk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chunkLoader } from './command.js'
import { isCommandFresh, isFresh } from './fresh.js'

const folder = mkdtempSync(join(tmpdir(), 'frontage-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const kept = join(folder, 'kept/check')

write('main.cjs', 'exports.add = (a) => a + require("./one.cjs").one; exports.here = __filename')
write('one.cjs', 'exports.one = 1; exports.node = require("node:path").sep')
write('two.cjs', 'exports.two = "\\u201c"')

const states = ({ compiled }: ReturnType<typeof chunkLoader>) =>
  compiled.map(({ name, kept }) => `${name} ${kept}`)

test('a second run takes the compiled code of the first', () => {
  const first = chunkLoader(folder, kept)
  expect(first.load('main.cjs').add(2)).toBe(3)
  expect(first.load('main.cjs').here).toBe(join(folder, 'main.cjs'))
  first.keep()
  const second = chunkLoader(folder, kept)
  expect(second.load('main.cjs').add(2)).toBe(3)
  expect(states(second)).toEqual(['main.cjs true', 'one.cjs true'])
})

test('a chunk that was not kept is added to those that were', () => {
  const other = chunkLoader(folder, kept)
  expect(other.load('two.cjs').two).toBe('“')
  other.keep()
  const both = chunkLoader(folder, kept)
  both.load('two.cjs')
  both.load('one.cjs')
  expect(states(both)).toEqual(['two.cjs true', 'one.cjs true'])
})

test('a file of kept code that is broken, of another version or nowhere is passed over', () => {
  const whole = readFileSync(kept)
  for (const bytes of [
    Buffer.from('no'),
    whole.subarray(0, whole.length / 2),
    whole.map((byte) => byte ^ 1),
  ]) {
    writeFileSync(kept, bytes)
    expect(chunkLoader(folder, kept).load('main.cjs').add(4)).toBe(5)
  }
  const nowhere = chunkLoader(folder, join(folder, 'main.cjs/kept'))
  expect(nowhere.load('main.cjs').add(4)).toBe(5)
  nowhere.keep()
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
