/** curl, as people have it, against a run: what it is called with, and what its output has. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type LocalRun,
  siteTemplate,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'
import { authorityIn, certificateFor } from './certificates.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-curl-'))
const upload = join(folder, 'upload.bin')
const authority = join(folder, 'ca.pem')
const large = 3 * 1024 * 1024
const style = 'a { color: red }\n'.repeat(200)

let web: TestServer
let run: LocalRun
let port = ''
beforeAll(async () => {
  writeFileSync(upload, Buffer.alloc(large, 'u'))
  const made = await authorityIn(folder, Date.now())
  writeFileSync(authority, made.cert)
  const names = ['localhost', '127.0.0.1', 'www.example.com']
  web = await startOrigin((asked, reply) => {
    let size = 0
    asked.on('data', (piece: Buffer) => {
      size += piece.length
    })
    asked.on('end', () => {
      const body = asked.url === '/style.css' ? style : `${asked.method} ${asked.url} with ${size} bytes`
      const type = asked.url === '/style.css' ? 'text/css' : 'text/plain'
      reply.setHeader('etag', '"one"')
      reply.setHeader('cache-control', 'max-age=60')
      reply.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
    })
  })
  run = await startLocalRun({
    template: siteTemplate({
      config: 'Aliases: [www.example.com]',
      behaviors:
        '- { PathPattern: /safe/*, TargetOriginId: web, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }',
    }),
    origins: { web: web.target },
    certificate: await certificateFor(made, names, Date.now()),
  })
  port = new URL(run.url).port
})
afterAll(async () => {
  await run?.close()
  await web?.close()
  expect(run.faults).toEqual([])
})

const call = promisify(execFile)

/** PORT stands for the port. Gives the heads and the body. */
async function curl(args: readonly string[]): Promise<string> {
  const given = args.map((arg) => arg.replace('PORT', port))
  const all = ['-sS', '-i', '--noproxy', '*', '--max-time', '30', '--cacert', authority, ...given]
  return (await call('curl', all, { maxBuffer: 16 * 1024 * 1024 })).stdout
}

const plain = 'http://localhost:PORT'
const secure = 'https://localhost:PORT'
const named = (name: string) => ['--resolve', `${name}:PORT:127.0.0.1`]

/** In this order: later ones meet what earlier ones left in the cache. */
const calls: readonly (readonly [
  what: string,
  args: readonly string[],
  output: readonly (string | RegExp)[],
])[] = [
  ['GET', [`${plain}/a`], ['HTTP/1.1 200', 'x-cache: Miss', 'GET /a with 0 bytes']],
  ['GET again', [`${plain}/a`], ['HTTP/1.1 200', 'x-cache: Hit', /\r\nage: \d/i]],
  ['GET by HTTP/1.0', ['-0', `${plain}/a`], ['200', 'x-cache: Hit', 'GET /a']],
  ['HEAD', ['-I', `${plain}/a`], ['HTTP/1.1 200', 'content-length: 19', /\r\n\r\n$/]],
  ['a range', ['-r', '4-5', `${plain}/a`], ['HTTP/1.1 206', 'content-range: bytes 4-5/19', /\r\n\r\n\/a$/]],
  ['the last bytes', ['-r', '-5', `${plain}/a`], ['HTTP/1.1 206', /\r\n\r\nbytes$/]],
  ['a range beyond', ['-r', '99-', `${plain}/a`], ['HTTP/1.1 416', 'content-range: bytes */19']],
  ['a condition', ['-H', 'If-None-Match: "one"', `${plain}/a`], ['HTTP/1.1 304', 'etag: "one"', /\r\n\r\n$/]],
  ['a coding', ['--compressed', `${plain}/style.css`], [/content-encoding: (br|gzip)/, style]],
  ['a form', ['-d', 'a=1&b=2', `${plain}/live/f`], ['HTTP/1.1 200', 'POST /live/f with 7 bytes']],
  ['an upload', ['-T', upload, `${plain}/live/u`], ['HTTP/1.1 200', `PUT /live/u with ${large} bytes`]],
  [
    'an upload in chunks',
    ['-H', 'Transfer-Encoding: chunked', '-T', upload, `${plain}/live/u`],
    ['HTTP/1.1 200', `PUT /live/u with ${large} bytes`],
  ],
  ['a method that is not allowed', ['-X', 'DELETE', `${plain}/a`], ['HTTP/1.1 403', 'x-cache: Error']],
  ['HTTP/2', ['--http2', `${secure}/a`], ['HTTP/2 200', 'x-cache: Hit', 'GET /a']],
  ['HTTP/1.1 by TLS', ['--http1.1', `${secure}/a`], ['HTTP/1.1 200', 'x-cache: Hit']],
  ['a range by HTTP/2', ['--http2', '-r', '0-2', `${secure}/a`], ['HTTP/2 206', /\r\n\r\nGET$/]],
  [
    'an upload by HTTP/2',
    ['--http2', '-T', upload, `${secure}/live/u`],
    ['HTTP/2 200', `PUT /live/u with ${large} bytes`],
  ],
  [
    'an alias',
    [...named('www.example.com'), 'https://www.example.com:PORT/a'],
    ['HTTP/2 200', 'x-cache: Hit'],
  ],
  ['a foreign host', [...named('other.example'), 'http://other.example:PORT/a'], ['HTTP/1.1 403']],
  [
    'a redirect that is followed',
    ['-L', ...named('www.example.com'), 'http://www.example.com:PORT/safe/x'],
    ['HTTP/1.1 301', /location: https:\/\/www\.example\.com:\d+\/safe\/x/i, 'HTTP/2 200', 'GET /safe/x'],
  ],
  [
    'two calls on one connection',
    [`${plain}/a`, `${plain}/b`],
    [/x-cache: Hit[\s\S]*GET \/a[\s\S]*x-cache: Miss[\s\S]*GET \/b/],
  ],
]

const holds = (text: string, part: string | RegExp): boolean =>
  part instanceof RegExp ? part.test(text) : text.toLowerCase().includes(part.toLowerCase())

test.runIf(spawnSync('curl', ['--version']).status === 0)(
  'curl gets what CloudFront would answer it',
  async () => {
    const missing: [what: string, part: string | RegExp, text: string][] = []
    for (const [what, args, output] of calls) {
      const text = await curl(args)
      for (const part of output) if (!holds(text, part)) missing.push([what, part, text.slice(0, 1000)])
    }
    expect(missing).toEqual([])
  },
)
