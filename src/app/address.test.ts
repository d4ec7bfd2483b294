import { expect, test } from 'vitest'
import { addressText, readAddress } from './address.ts'

test('an address is read as it was written, whatever names are in it', () => {
  for (const address of [
    { id: 'a-1', panel: undefined, selection: undefined },
    { id: 'a/1 #?', panel: 'trace', selection: ['resources', 'Site', 'config', 'Origins', 0] },
    { id: 'a', panel: 'trace', view: 'both', selection: undefined },
    { id: 'a', panel: 'trace', view: 'caches', selection: ['resources', 'a.b'] },
    { id: 'a', panel: 'source', selection: ['resources', 'My ~/% site'] },
  ] as const)
    expect(readAddress(addressText(address))).toEqual(address)
})

test('the start page has no fragment, and what is no address is none', () => {
  expect(addressText({ id: '', panel: 'trace', selection: undefined })).toBe('')
  for (const text of ['', '#', '#design=abc', '#/one', '#/%/design', '#/a/design/%E0%A4%A'])
    expect(readAddress(text)).toBeUndefined()
})

test('a mode that there is not is that of drawing', () => {
  expect(readAddress('#/a/costs')).toEqual({ id: 'a', panel: undefined, selection: undefined })
})
