import { expect, test } from 'vitest'
import { columnNames, columnOf } from '#core/replay/read/columns.ts'
import { pathOf } from '#core/replay/read/line-request.ts'
import { LineWriter } from '#core/replay/read/tabular-reader.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { shardsFor } from './remote-shard.ts'
import { Sharding } from './shard.ts'

const site = compile(
  distribution({
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web'),
    DefaultRootObject: 'home.html',
  }),
  'Site',
)
const sharding = new Sharding({ index: 0, of: 64 }, site)
const writer = new LineWriter()
const shardOf = (path: string | undefined, method = 'GET') => {
  const values = new Array<string | undefined>(columnNames.length)
  values[columnOf['cs-uri-stem']] = path
  values[columnOf['cs-method']] = method
  return sharding.ofLine(writer.write(values))
}

test.each([
  ['/%7Euser/x', '/%7Euser/x'],
  ['/a/../b.css', '/a/../b.css'],
  ['b.css', '/b.css'],
  ['/caf%c3%a9', '/caf%c3%a9'],
  ['/caf\u00e9', '/caf%C3%A9'],
  ['/x%2520y', '/x%20y'],
  ['/.well-known/x', '/.well-known/x'],
])('“%s” is in the shard of “%s”, which has the same cache key', (spelled, path) => {
  expect(pathOf(spelled)).toBe(path)
  expect(shardOf(spelled)).toBe(shardOf(path))
  expect(shardOf(spelled)).toBe(sharding.ofKeyPath(path))
})

test('the default root object is in the shard of what it stands for', () => {
  expect(shardOf('/')).toBe(shardOf('/home.html'))
})

test('the method makes no difference, and lines without a path are the first shard’s', () => {
  expect(shardOf('/a', 'HEAD')).toBe(shardOf('/a'))
  expect(shardOf(undefined)).toBe(0)
  expect(shardOf('')).toBe(0)
})

test('paths spread evenly over shards', () => {
  const counts = new Array<number>(64).fill(0)
  for (let at = 0; at < 64_000; at += 1) {
    const shard = shardOf(`/media/${at % 50}/object-${at}`)
    counts[shard] = (counts[shard] ?? 0) + 1
  }
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(Math.max(...counts)).toBeLessThan(1200)
})

test('small logs, and those that can be read only once, are not shared out', () => {
  const file = (name: string, megabytes: number, isRepeatable = true) => ({
    name,
    size: megabytes * 1024 * 1024,
    isRepeatable,
  })
  expect(shardsFor([file('a.log', 10)], 8)).toBe(1)
  expect(shardsFor([file('a.log', 10), file('b.log', 10)], 8)).toBe(8)
  expect(shardsFor([file('a.log.gz', 2)], 8)).toBe(8)
  expect(shardsFor([file('a.log', 100), file('-', 0, false)], 8)).toBe(1)
})
