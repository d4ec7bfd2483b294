/** The two recordings that are written request by request, read back by the readers of others' logs. */
import { expect, test } from 'vitest'
import { columnOf } from '#core/replay/read/columns.ts'
import { LineClock } from '#core/replay/read/line-reader.ts'
import { textOf } from '#core/replay/read/log-line.ts'
import { FileTally } from '#core/replay/read/log-reader.ts'
import { AnyLogReader } from '#core/replay/read/recognize.ts'
import { parseHar } from '#core/trace/requests/har.ts'
import { siteTemplate, startLocalRun, startOrigin } from '#fixtures/local-run.ts'
import { harEnd, harLog } from './har.ts'
import type { Write } from './recorder.ts'
import type { ServedLines } from './served-lines.ts'
import { standardLog } from './standard-log.ts'

/** What is asked, and what a replay must know of it. */
const asked = [
  { path: '/a', method: 'GET', query: null, status: '200', result: 'Miss' },
  { path: '/a', method: 'GET', query: null, status: '200', result: 'Hit' },
  { path: '/a', method: 'HEAD', query: 'x=1&y=a%20b', status: '200', result: 'Hit' },
  { path: '/none', method: 'GET', query: null, status: '404', result: 'Error' },
  { path: '/live/chunked', method: 'POST', query: null, status: '200', result: 'Miss' },
]
const headers = { authorization: 'Bearer MARKED', cookie: 'session=MARKED', referer: 'https://a.example/b c' }
const chunk = 'x'.repeat(50_000)

async function recorded(make: (write: Write) => ServedLines, end: string): Promise<string> {
  let text = ''
  const recording = make((more) => {
    text += more
  })
  const web = await startOrigin((request, reply) => {
    if (request.url === '/none') reply.statusCode = 404
    reply.setHeader('cache-control', 'max-age=60')
    reply.setHeader('set-cookie', 'id=MARKED')
    if (request.url !== '/live/chunked') return void reply.end(`${request.url}`)
    reply.write(chunk)
    setTimeout(() => reply.end(chunk), 20)
  })
  const run = await startLocalRun({ template: siteTemplate(), origins: { web: web.target }, recording })
  for (const { path, method, query } of asked)
    await run.ask(query === null ? path : `${path}?${query}`, {
      method,
      headers,
      ...(method === 'POST' && { body: 'MARKED' }),
    })
  recording.finish()
  await run.close()
  await web.close()
  return text + end
}

function read(text: string) {
  const lines: Record<string, string | null>[] = []
  const clock = new LineClock()
  const tally = new FileTally('recorded')
  const reader = new AnyLogReader((line) => {
    expect(Number.isNaN(clock.timeOf(line))).toBe(false)
    const value = (name: keyof typeof columnOf) => textOf(line, columnOf[name])
    lines.push({
      path: value('cs-uri-stem'),
      method: value('cs-method'),
      query: value('cs-uri-query'),
      status: value('sc-status'),
      result: value('x-edge-result-type'),
    })
    return null
  }, tally)
  reader.push(new TextEncoder().encode(text))
  void reader.end()
  return { lines, tally }
}

test('a recording as a standard log is what a replay reads, without what is secret', async () => {
  const text = await recorded(standardLog, '')
  expect(text).not.toContain('MARKED')
  const { lines, tally } = read(text)
  expect(tally).toMatchObject({ format: 'standard log', requests: asked.length, unreadable: 0, damage: null })
  // The log encodes what it finds, percent signs too.
  expect(lines).toEqual(asked.map((one) => ({ ...one, query: one.query?.replace('%', '%25') ?? null })))
  const fields = text.split('\n').find((line) => line.includes('/live/chunked'))
  expect(Number(fields?.split('\t')[3])).toBeGreaterThan(2 * chunk.length)
})

test('a recording as HAR is what a replay and a trace read, without what is secret', async () => {
  const text = await recorded(harLog, harEnd)
  expect(text).not.toContain('MARKED')
  const { lines, tally } = read(text)
  expect(tally).toMatchObject({ format: 'HAR', requests: asked.length, unreadable: 0, damage: null })
  expect(lines).toEqual(asked)
  const parsed = parseHar(text)
  expect(parsed.ok && parsed.value.map(({ response }) => String(response.status))).toEqual(
    asked.map(({ status }) => status),
  )
  const { log } = JSON.parse(text) as { log: { entries: { response: { content: { size: number } } }[] } }
  expect(log.entries.at(-1)?.response.content.size).toBe(2 * chunk.length)
})

test('a recording without requests is a whole file', () => {
  let text = ''
  harLog((more) => {
    text += more
  }).finish()
  expect(JSON.parse(text + harEnd)).toMatchObject({ log: { version: '1.2', entries: [] } })
})
