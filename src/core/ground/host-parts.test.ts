import { expect, test } from 'vitest'
import { hostParts, isMoreThanHost } from './host-parts.ts'

test('a URL is taken apart into what the fields of an origin hold', () => {
  expect(hostParts(' https://api.example.org:8443/prod/?x=1#y ')).toEqual({
    host: 'api.example.org',
    scheme: 'https',
    port: 8443,
    path: '/prod/',
  })
  expect(hostParts('HTTP://user:word@api.example.org')).toEqual({
    host: 'api.example.org',
    scheme: 'http',
    path: '',
  })
  expect(hostParts('api.example.org/prod')).toEqual({ host: 'api.example.org', path: '/prod' })
  expect(hostParts('api.example.org:80')).toEqual({ host: 'api.example.org', port: 80, path: '' })
})

test('a host name says no more than that', () => {
  expect(['api.example.org', '', '{{name}}.example.org'].map(isMoreThanHost)).toEqual([false, false, false])
  expect(['a.example.org/', 'https://a.example.org', 'a b', 'a.example.org:80'].map(isMoreThanHost)).toEqual([
    true,
    true,
    true,
    true,
  ])
})
