import { expect, test } from 'vitest'
import { HeaderFields } from '#core/http/header-fields.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { readTags } from './cache-tags.ts'
import { createSimulation } from './simulation.ts'

const tagged = (tags: string) => readTags(HeaderFields.from({ 'cache-tag': tags }), 'cache-tag')

test('tags are read without regard to case, spaces and repetition', () => {
  expect(tagged(' Product:TV, brand:x ,product:tv,,').tags).toEqual(['product:tv', 'brand:x'])
})

test('tags beyond the fiftieth are not kept, and neither are those that are no tags', () => {
  const many = tagged(Array.from({ length: 60 }, (_, index) => `t${index}`).join(','))
  expect([many.tags.length, many.problem]).toEqual([50, expect.stringContaining('60 cache tags')])
  expect(tagged(`${'a'.repeat(257)},b`)).toEqual({ tags: ['b'], problem: expect.stringContaining('256') })
  expect(tagged('two words').tags).toEqual([])
})

const simulation = (CacheTagConfig?: { HeaderName: string }) =>
  createSimulation({
    document: distribution({
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web'),
      ...(CacheTagConfig && { CacheTagConfig }),
    }),
    origins: {
      web: [
        { match: { path: '/tv/*' }, response: { headers: { 'Edge-Tag': 'tv, all' } } },
        { match: {}, response: { headers: { 'Edge-Tag': 'radio, all' } } },
      ],
    },
  })

test('an invalidation of tags and paths tells what each of them names, and removes an object once', async () => {
  const { request, invalidate, caches } = simulation({ HeaderName: 'Edge-Tag' })
  for (const url of ['/tv/1', '/tv/2', '/radio']) await request({ url })
  const report = invalidate(['#TV', '/tv/1', '#all', '#al*', '#none'])
  expect(report.items.map(({ item, kind, objects }) => [item, kind, objects])).toEqual([
    ['#TV', 'tag', 2],
    ['/tv/1', 'path', 1],
    ['#all', 'tag', 3],
    ['#al*', 'tag', 0],
    ['#none', 'tag', 0],
  ])
  expect([report.removed, report.paths, caches()]).toEqual([3, 5, []])
})

test('a tag that is none is refused, and without CacheTagConfig a tag names nothing', async () => {
  const plain = simulation()
  await plain.request({ url: '/tv/1' })
  expect(plain.invalidate(['#tv']).removed).toBe(0)
  expect(plain.invalidate(['#', `#${'a'.repeat(257)}`, '#a b']).refused).toHaveLength(3)
})
