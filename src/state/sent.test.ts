import { beforeEach, expect, test } from 'vitest'
import type { RequestResult } from '#core/model/scenario.ts'
import { useDesign } from './design.ts'
import { sentOf, useSent } from './sent.ts'
import { clearTrace, takeTraced } from './trace.ts'

const send = (url: string) =>
  takeTraced('Site', { request: { url }, result: {} as RequestResult, at: 0 }, true)
const urls = () => sentOf(useSent.getState(), useDesign.getState().id).map(({ url }) => url)

beforeEach(() => useSent.setState({ byDesign: {} }))

test('what was sent is remembered once, the newest first, also when the caches are cold again', () => {
  for (const url of ['/a', '/b', '/a']) send(url)
  clearTrace()
  expect(urls()).toEqual(['/a', '/b'])
})

test('twenty are remembered', () => {
  for (let at = 0; at < 30; at += 1) send(`/${at}`)
  expect(urls()).toHaveLength(20)
  expect(urls()[0]).toBe('/29')
})

test('each design has its own, whatever its id is', () => {
  send('/a')
  expect(sentOf(useSent.getState(), 'another')).toEqual([])
  expect(sentOf(useSent.getState(), 'constructor')).toEqual([])
})
