import { expect, test } from 'vitest'
import { cutOf } from './Cut.tsx'

test('names that differ at their ends still differ when they are cut', () => {
  const ends = ['CachingOptimized', 'CachingDisabled', '/static/fonts/*', '/static/files/*'].map(
    (name) => cutOf(name)[1],
  )
  expect(new Set(ends).size).toBe(4)
})

test('nothing of a name is lost, and a short one is left whole', () => {
  for (const name of ['', 'api', '/img/*', 'a-very-long-name-of-an-origin-0'])
    expect(cutOf(name).join('')).toBe(name)
  expect(cutOf('/img')).toEqual(['/img', ''])
})
