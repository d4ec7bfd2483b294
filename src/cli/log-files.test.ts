import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { everything } from '#core/replay/read/log-reader.ts'
import { LogFileError, type LogSource, readSource } from '#core/replay/read/log-source.ts'
import { logSources } from './log-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-logs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = Array.from({ length: 20_000 }, (_, index) => `line ${index} ${(index * 7919) % 104_729}`).join(
  '\n',
)
const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function contentOf(path: string): Promise<string> {
  const sources = await logSources([path])
  if (!sources.ok) throw new Error(sources.error.join())
  let read = ''
  const decoder = new TextDecoder()
  for (const source of sources.value)
    for await (const portion of source.open(() => undefined))
      read += decoder.decode(portion, { stream: true })
  return read
}

test('a gzipped file is unpacked whatever its name, and so is one of several members', async () => {
  expect(await contentOf(write('plain.log', text))).toBe(text)
  expect(await contentOf(write('packed.log', gzipSync(text)))).toBe(text)
  expect(await contentOf(write('joined.gz', Buffer.concat([gzipSync(text), gzipSync(text)])))).toBe(
    text + text,
  )
})

test('a gzip file that was cut off or damaged gives what came before, and says so', async () => {
  const packed = gzipSync(text)
  const cut = write('cut.gz', packed.subarray(0, packed.length - 5000))
  await expect(contentOf(cut)).rejects.toThrow(LogFileError)
  await expect(contentOf(cut)).rejects.toThrow('cut off')
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, 20_000, 20_100)
  await expect(contentOf(write('damaged.gz', damaged))).rejects.toThrow('damaged')
})

/** What a source hands out, and how it ends. */
async function readingOf(path: string) {
  const sources = await logSources([path])
  if (!sources.ok) throw new Error(sources.error.join())
  const parts: Uint8Array[] = []
  try {
    for (const source of sources.value)
      for await (const portion of source.open(() => undefined)) parts.push(portion.slice())
  } catch (error) {
    if (!(error instanceof LogFileError)) throw error
    return { text: Buffer.concat(parts).toString(), fault: error.message }
  }
  return { text: Buffer.concat(parts).toString(), fault: '' }
}

test('what a faulty gzip file has before its fault is read, whatever the fault is', async () => {
  const packed = gzipSync(text)
  const two = Buffer.concat([packed, packed])
  const wrongSum = Buffer.from(packed)
  wrongSum.fill(0, packed.length - 8, packed.length - 4)
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    [
      'rest',
      Buffer.concat([two, Buffer.from('no gzip at all')]),
      text + text,
      'After the gzip data stand bytes',
    ],
    ['zeros', Buffer.concat([two, Buffer.alloc(512)]), text + text, ''],
    ['trailer', two.subarray(0, two.length - 5), text + text, 'cut off'],
    ['sum', wrongSum, text, 'damaged'],
    ['head', two.subarray(0, packed.length + 5), text, 'cut off'],
  ]
  for (const [name, bytes, wanted, fault] of cases) {
    const read = await readingOf(write(`${name}.gz`, bytes))
    expect(read.text === wanted, name).toBe(true)
    expect(fault === '' ? read.fault === '' : read.fault.includes(fault), `${name}: ${read.fault}`).toBe(true)
  }
})

test('a folder stands for all files in it, hidden ones excepted, in the order of their names', async () => {
  const logs = join(folder, 'logs')
  mkdirSync(join(logs, '2026'), { recursive: true })
  for (const name of ['b.log', 'a.log', '2026/c.log', '.hidden']) writeFileSync(join(logs, name), name)
  const sources = await logSources([logs])
  expect(sources.ok && sources.value.map(({ name }) => name)).toEqual(
    ['2026/c.log', 'a.log', 'b.log'].map((name) => join(logs, name)),
  )
})

test('what is missing is told for every path', async () => {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  expect(await logSources([join(folder, 'no.log'), empty])).toEqual({
    ok: false,
    error: [`${join(folder, 'no.log')}: There is no such file.`, `${empty}: The folder holds no files.`],
  })
})

test('what has no end and is no log is left after its first bytes, and closed', async () => {
  let given = 0
  let isClosed = false
  async function* endless(portion: string) {
    try {
      for (;;) {
        given += 1
        yield Buffer.from(portion.repeat(65_536 / portion.length))
      }
    } finally {
      isClosed = true
    }
  }
  for (const portion of ['\0', ' ', 'y\n', '{ "log": {']) {
    given = 0
    isClosed = false
    const source: LogSource = { name: '-', size: null, isRepeatable: false, open: () => endless(portion) }
    const tally = await readSource(
      source,
      undefined,
      () => null,
      everything,
      () => Promise.resolve(),
    )
    expect(tally.damage, portion).not.toBeNull()
    expect(isClosed, portion).toBe(true)
    expect(given, portion).toBeLessThan(2200)
  }
})

test('a device without an end is refused as what it holds', async () => {
  // Windows has none.
  if (!existsSync('/dev/zero')) return
  const sources = await logSources(['/dev/zero'])
  const [source] = sources.ok ? sources.value : []
  if (!source) throw new Error('There is no such source.')
  const tally = await readSource(
    source,
    undefined,
    () => null,
    everything,
    () => Promise.resolve(),
  )
  expect(tally.damage).toBe('The file holds binary data, no text.')
})
