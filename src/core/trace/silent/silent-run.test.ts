import { expect, test } from 'vitest'
import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginPort } from '#core/trace/engine/exchange.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { SilentRun } from './silent-run.ts'

const document = distribution({ Origins: [customOrigin('web')] })
const answering = (headers: HeaderFields, body = bodyOf('body')): OriginPort => ({
  send: () => ({ status: 200, headers, body }),
})
const started = (origins: OriginPort) => {
  const simulation = createSimulation({ document, origins })
  return { simulation, run: new SilentRun(simulation.engine) }
}

test('the engine is asked for the first of a shape, and for none of its like', async () => {
  const { run, simulation } = started(answering(HeaderFields.from({ 'Cache-Control': 'max-age=60' })))
  for (let at = 0; at < 100; at += 1) {
    const first = await run.serve({ url: `/page-${at}` })
    const second = await run.serve({ url: `/page-${at}` })
    expect([first.resultType, second.resultType]).toEqual(['Miss', 'Hit'])
    expect(second.response?.headers.first('age')).toBe('0')
  }
  expect(run.asked).toBe(1)
  expect(simulation.caches().filter(({ tier }) => tier === 'edge')).toHaveLength(100)
})

test('a lifetime that the origin gives as a date is another at each time', async () => {
  const expires = 'Thu, 01 Jan 2026 00:10:00 GMT'
  const { run, simulation } = started(answering(HeaderFields.from({ Expires: expires })))
  for (const [path, ttl] of [
    ['/a', 600],
    ['/b', 500],
    ['/c', 400],
    ['/d', 300],
  ] as const) {
    expect((await run.serve({ url: path })).ttl).toBe(ttl)
    simulation.advance(100)
  }
})

test('an answer whose fields or body have changed is looked at anew', async () => {
  const headers = HeaderFields.from({ 'Cache-Control': 'max-age=60' })
  let body = bodyOf('one')
  const { run } = started({ send: () => ({ status: 200, headers, body }) })
  for (const path of ['/a', '/b', '/c']) expect((await run.serve({ url: path })).ttl).toBe(60)
  headers.set('cache-control', 'max-age=30')
  expect((await run.serve({ url: '/d' })).ttl).toBe(30)
  body = bodyOf('another')
  const { stored, response } = await run.serve({ url: '/e' })
  expect([stored?.body.content, response?.body.content]).toEqual(['another', 'another'])
})

test('what no viewer can send is refused, as by a simulation', async () => {
  const { run, simulation } = started(answering(HeaderFields.empty()))
  for (const request of [
    { url: 'nowhere' },
    { url: '/%zz' },
    { url: '/', headers: { 'a b': '1' } },
    { url: '/', viewer: { ip: '1.2.3' } },
  ])
    expect(() => run.serve(request)).toThrow(
      await simulation.request(request).then(
        () => 'nothing',
        (fault: Error) => fault.message,
      ),
    )
})

test('objects that are invalidated or evicted are fetched again', async () => {
  const { run, simulation } = started(answering(HeaderFields.from({ 'Cache-Control': 'max-age=60' })))
  const results = async () => (await run.serve({ url: '/a' })).resultType
  for (const expected of ['Miss', 'Hit', 'Hit']) expect(await results()).toBe(expected)
  simulation.invalidate(['/a'])
  for (const expected of ['Miss', 'Hit', 'Hit']) expect(await results()).toBe(expected)
  simulation.evict({ tier: 'edge' })
  expect((await run.serve({ url: '/a' })).servedBy).toBe('regional-edge-cache')
  expect((await run.serve({ url: '/a' })).servedBy).toBe('edge')
})
