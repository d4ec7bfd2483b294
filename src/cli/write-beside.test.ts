/** A file is written whole or not at all, and what it was stays: its mode, its links, its text where that fails. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBeside } from './write-beside.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'frontage-write-'))
const modeOf = (file: string) => statSync(file).mode & 0o777

test('a file keeps its mode, a new one gets the one that is asked for, and nothing is left beside', async () => {
  const place = folder()
  const file = join(place, 'a.yaml')
  writeFileSync(file, 'old')
  chmodSync(file, 0o640)
  await writeBeside(file, 'new', { mode: 0o600 })
  await writeBeside(join(place, 'b.sh'), 'script', { mode: 0o700 })
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect([modeOf(file), modeOf(join(place, 'b.sh'))]).toEqual([0o640, 0o700])
  expect(readdirSync(place)).toEqual(['a.yaml', 'b.sh'])
})

test('links are followed, also one to a file that is not there yet', async () => {
  const [place, other] = [folder(), folder()]
  writeFileSync(join(other, 'real'), 'old')
  symlinkSync(join(other, 'real'), join(place, 'one'))
  symlinkSync('one', join(place, 'two'))
  symlinkSync(join(other, 'later'), join(place, 'three'))
  await writeBeside(join(place, 'two'), 'new')
  await writeBeside(join(place, 'three'), 'made')
  expect(readlinkSync(join(place, 'two'))).toBe('one')
  expect(readFileSync(join(other, 'real'), 'utf8')).toBe('new')
  expect(readFileSync(join(other, 'later'), 'utf8')).toBe('made')
})

test.each([
  ['a folder that is not there', (place: string) => join(place, 'no', 'a'), 'There is no folder'],
  ['a folder', (place: string) => place, 'This is a folder'],
  ['something below a file', (place: string) => join(place, 'file', 'a'), 'is a file, no folder'],
  ['a name that is too long', (place: string) => join(place, 'x'.repeat(300)), 'that long'],
])('%s is told in words', async (_, path, says) => {
  const place = folder()
  writeFileSync(join(place, 'file'), 'kept')
  await expect(writeBeside(path(place), 'text')).rejects.toThrow(says)
  expect(readdirSync(place)).toEqual(['file'])
})

test.runIf(process.platform === 'linux')('a device is written to as it is', async () => {
  await expect(writeBeside('/dev/full', 'text')).rejects.toThrow('The disk is full')
  await writeBeside('/dev/null', 'text')
})
