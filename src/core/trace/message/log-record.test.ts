import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { distribution } from '#fixtures/build.ts'
import { type LogRecord, logLine, realtimeLogFields, standardLogFields } from './log-record.ts'

const now = '2026-03-04T05:06:07Z'
const origins = {
  web: [
    {
      response: {
        status: 200,
        headers: { 'Cache-Control': 'max-age=60', 'Content-Type': 'text/html' },
        body: 'hello',
      },
    },
  ],
}
const visit = {
  url: '/a b?q=1',
  headers: { Referer: 'https://www.example.com/', 'User-Agent': 'Mozilla/5.0 (X11)', Cookie: 'a=1; b=2' },
  viewer: { ip: '192.0.2.10', country: 'JP', pop: 'NRT57', httpVersion: '2' },
} as const

test('a request is logged with every field of the standard and the real-time log', async () => {
  const simulation = createSimulation({ document: distribution(), origins, now })
  const { log } = await simulation.request(visit)
  expect(Object.keys(log).sort()).toEqual([...standardLogFields, ...realtimeLogFields].sort())
  expect(log).toMatchObject({
    date: '2026-03-04',
    time: '05:06:07',
    'x-edge-location': 'NRT57-P1',
    'c-ip': '192.0.2.10',
    'cs-method': 'GET',
    'cs(Host)': 'd111111abcdef8.cloudfront.net',
    'cs-uri-stem': '/a%2520b',
    'cs-uri-query': 'q=1',
    'sc-status': '200',
    'cs(User-Agent)': 'Mozilla/5.0%20(X11)',
    'cs(Cookie)': 'a=1;%20b=2',
    'x-edge-result-type': 'Miss',
    'cs-protocol': 'https',
    'cs-protocol-version': 'HTTP/2.0',
    'sc-content-type': 'text/html',
    'c-country': 'JP',
    'cache-behavior-path-pattern': '*',
    'fle-status': '-',
    'sc-range-start': '-',
  })
})

test('the log tells a hit, a range and an error apart', async () => {
  const simulation = createSimulation({ document: distribution(), origins, now })
  await simulation.request(visit)
  const hit = await simulation.request({ ...visit, headers: { Range: 'bytes=1-3' } })
  expect(hit.log).toMatchObject({
    'x-edge-result-type': 'Hit',
    'sc-status': '206',
    'sc-range-start': '1',
    'sc-range-end': '3',
    'origin-fbl': '-',
  })
  const refused = await simulation.request({ url: '/x', method: 'DELETE' })
  expect(refused.log).toMatchObject({
    'x-edge-result-type': 'Error',
    'x-edge-detailed-result-type': 'InvalidRequestMethod',
    'sc-status': '403',
  })
})

test('a line of the standard log has its 33 fields between tabs', async () => {
  const simulation = createSimulation({ document: distribution(), origins, now })
  const { log } = await simulation.request(visit)
  // The simulation's log is the record of every field.
  const line = logLine(log as LogRecord)
  expect(line.split('\t')).toHaveLength(33)
  expect(line.startsWith('2026-03-04\t05:06:07\tNRT57-P1\t')).toBe(true)
})
