import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestFault } from './request-fault.ts'

const url = '/'

test('what a viewer can send is sent', () => {
  expect(requestFault({ url })).toBeUndefined()
  expect(
    requestFault({ url, method: 'M-SEARCH', headers: { 'x-a': ['b', 'c\t'], toString: '' } }),
  ).toBeUndefined()
})

test('a method, a name or a value that no request can hold is told', () => {
  for (const method of ['', 'GE T', 'GE\nT', 'GET:'])
    expect(requestFault({ url, method })).toContain('no method')
  for (const name of ['', 'a b', 'a:', 'a\r\nb', 'ä'])
    expect(requestFault({ url, headers: { [name]: 'x' } })).toContain('no name of a header')
  for (const value of ['a\r\nb: c', 'a\nb', 'a\0'])
    expect(requestFault({ url, headers: { a: value } })).toContain('line break')
})

const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.stringMatching(/^[0-9a-f:.]{0,24}$/),
  fc.constantFrom('::', '::1', '1::', ':::', '1:2', '::ffff:1.2.3.4', '1.2.3', '256.1.1.1', 'zzz', ''),
)

test('an address is one where Node takes it for one', () => {
  fc.assert(
    fc.property(address, (ip) => {
      expect(requestFault({ url, viewer: { ip } }) === undefined, ip).toBe(isIP(ip) !== 0)
    }),
    { numRuns: 5000 },
  )
})
