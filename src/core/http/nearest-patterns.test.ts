import { expect, test } from 'vitest'
import { nearestPatterns } from './nearest-patterns.ts'

const patterns = ['/docs/*', '*.jpg', '/img/*', '/api/*', '/static/fonts/*', '/static/*', '/search']

test('the patterns that a path nearly matches come before those that begin alike, and these before others', () => {
  expect(nearestPatterns(patterns, '/API/users', 1)).toEqual(['/api/*'])
  expect(nearestPatterns(patterns, '/api', 1)).toEqual(['/api/*'])
  expect(nearestPatterns(patterns, '/search/', 1)).toEqual(['/search'])
  expect(nearestPatterns(patterns, '/photo.JPG', 1)).toEqual(['*.jpg'])
  expect(nearestPatterns(patterns, '/stat/a', 2)).toEqual(['/static/fonts/*', '/static/*'])
})

test('they stand in their own order, and where none is near the first ones are told', () => {
  expect(nearestPatterns(patterns, '/zzz', 3)).toEqual(patterns.slice(0, 3))
  const all = nearestPatterns(patterns, '/static', patterns.length)
  expect(all).toEqual(patterns)
  expect(nearestPatterns([], '/a', 3)).toEqual([])
})
