/** Requests and what answers them: recordings, commands, scenarios, contents of stores. */
import { readFileSync } from 'node:fs'
import { readSource } from '#core/formats/index.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { parseCurl } from '#core/trace/requests/curl.ts'
import { harHosts, parseHar, recordedRules } from '#core/trace/requests/har.ts'
import { parseScenarios, runScenario } from '#core/trace/scenario/scenario.ts'
import { recordedExchanges } from '#core/verify/recorded.ts'
import { parseViewer } from '#local/viewer/viewer.ts'
import { type Door, textOf } from './door.ts'

const template = readFileSync('src/fixtures/corpus/templates/wordpress-alb.yaml', 'utf8')
const opened = readSource(template)
if (!opened.ok) throw new Error('The corpus is read by other tests.')
const { document }: { readonly document: DesignDocument } = opened.value

async function send(requests: readonly ViewerRequest[]): Promise<void> {
  for (const request of requests.slice(0, 5))
    try {
      await createSimulation({ document }).request(request)
    } catch (error) {
      if (!(error instanceof InputFault)) throw error
    }
}

const headers = [
  { name: 'Cookie', value: 'a=1; b=2' },
  { name: 'Accept-Encoding', value: 'gzip' },
]
const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-01-05T10:20:30.000Z',
        request: { method: 'GET', url: 'https://www.example.com/a?b=1#c', httpVersion: 'h2', headers },
        response: {
          status: 200,
          headers: [{ name: 'Cache-Control', value: 'max-age=60' }],
          content: { size: 5, text: 'hello' },
        },
      },
      {
        startedDateTime: '2026-01-05T10:20:31.000Z',
        request: { method: 'POST', url: 'https://www.example.com/form', postData: { text: 'x=1' }, headers },
        response: { status: 302, headers: [{ name: 'Location', value: '/' }], content: { size: 0 } },
      },
    ],
  },
})
const scenario = JSON.stringify({
  scenarios: [
    {
      name: 'a',
      now: '2026-01-01T00:00:00Z',
      account: {
        publicKeys: [{ logicalId: 'Key', Id: 'K2JCJMDEHXQW5F' }],
        keyValueStores: { store: { key: 'value' } },
      },
      origins: {
        web: [
          {
            match: { method: 'GET', path: '/a/*', headers: { 'x-k': 'v' }, query: 'a=1' },
            response: { status: 200 },
          },
          { match: {}, error: 'dns', times: 1 },
        ],
      },
      steps: [
        {
          request: {
            url: 'https://d111111abcdef8.cloudfront.net/a?a=1',
            headers: { A: ['b', 'c'] },
            viewer: { ip: '203.0.113.7', country: 'DE', pop: 'FRA56', httpVersion: '2' },
          },
          expect: {
            status: 200,
            headers: { age: null, 'x-cache': { $match: 'Miss' } },
            originRequests: [{ path: '/a' }],
          },
        },
        { advance: 61 },
        { invalidate: ['/a/*'] },
        { evict: { tier: 'edge', pop: 'FRA56' } },
      ],
    },
  ],
})
const verbose = `* ALPN: server accepted h2
> GET /a?b=1 HTTP/2
> Host: www.example.com
> user-agent: curl/8
>
< HTTP/2 200
< content-type: text/html
< content-length: 5
< x-cache: Hit from cloudfront
<
hello
`

export const requestDoors: readonly Door[] = [
  {
    name: 'HAR files',
    passing: [har],
    enter: async (bytes) => {
      const read = parseHar(textOf(bytes))
      if (!read.ok) return
      harHosts(read.value)
      recordedRules(read.value)
      await send(read.value.map(({ request }) => request))
    },
  },
  {
    name: 'curl commands',
    passing: [
      `curl 'https://www.example.com/a?b=1' -H 'Accept: */*' -b 'a=1' --compressed -X POST --data-raw $'x=\\u00e4'`,
      `$ curl -sSI -u a:b "http://www.example.com/" \\\n  --json '{"a": 1}' -G -d x=1 --http1.0`,
    ],
    enter: async (bytes) => {
      const read = parseCurl(textOf(bytes))
      if (read.ok) await send([read.value.request])
    },
  },
  {
    name: 'what curl -v printed',
    passing: [verbose, har],
    enter: async (bytes) => {
      const read = recordedExchanges(textOf(bytes))
      if (read.ok) await send(read.value.map(({ request }) => request))
    },
  },
  {
    name: 'scenario files',
    passing: [scenario],
    enter: async (bytes) => {
      const read = parseScenarios(textOf(bytes))
      if (read.ok) for (const one of read.value.slice(0, 5)) await runScenario(document, one)
    },
  },
  {
    name: 'addresses and viewers',
    passing: [
      'https://d111111abcdef8.cloudfront.net/a/../b?x=%41&y#z',
      'country=DE,pop=FRA56,ip=203.0.113.7',
      '{"country":"DE"}',
    ],
    enter: async (bytes) => {
      const text = textOf(bytes)
      parseRequestUrl(text, 'd111111abcdef8.cloudfront.net')
      const viewer = parseViewer(text)
      await send([{ url: text }, { url: '/', ...(viewer.ok && { viewer: viewer.value }) }])
    },
  },
]
