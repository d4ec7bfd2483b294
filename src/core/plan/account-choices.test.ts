import { expect, test } from 'vitest'
import { byCoverage, type Choice, namesBeyond, zoneOf } from './account-choices.ts'

const choice = (name: string, ...names: readonly string[]): Choice => ({
  value: name,
  name,
  detail: '',
  names,
})
const wildcard = choice('wildcard', 'example.com', '*.example.com')
const apex = choice('apex', 'example.com')

test('a certificate covers names and exactly one label behind its wildcard', () => {
  expect(namesBeyond(wildcard, ['example.com', 'www.EXAMPLE.com', 'a.b.example.com'])).toEqual([
    'a.b.example.com',
  ])
  expect(byCoverage([apex, wildcard], ['www.example.com', 'example.com'])[0]).toBe(wildcard)
})

test('a record belongs to the longest zone that its name ends with', () => {
  const zones = [choice('a', 'example.com'), choice('b', 'shop.example.com'), choice('c', 'ple.com')]
  expect(zoneOf(zones, 'www.shop.example.com')?.value).toBe('b')
  expect(zoneOf(zones, '*.example.com')?.value).toBe('a')
  expect(zoneOf(zones, 'example.org')).toBeUndefined()
})
