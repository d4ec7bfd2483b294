import { expect, test } from 'vitest'
import { parseCurl } from './curl.ts'
import { shellWords } from './shell-words.ts'

const requestOf = (command: string) => {
  const read = parseCurl(command)
  if (!read.ok) throw new Error(read.error)
  return read.value.request
}

test('what a browser copies as cURL becomes a request', () => {
  expect(
    requestOf(
      `curl 'https://www.example.com/a?b=1' \\\n  -H 'accept: text/html' \\\n  -b 'session=abc; theme=dark' \\\n  --compressed`,
    ),
  ).toEqual({
    method: 'GET',
    url: 'https://www.example.com/a?b=1',
    headers: {
      accept: 'text/html',
      Cookie: 'session=abc; theme=dark',
      'Accept-Encoding': 'deflate, gzip, br, zstd',
    },
  })
})

test('data makes a POST with a form, unless -G puts it into the query string', () => {
  expect(requestOf('curl example.com/x -d a=1 -d b=2')).toMatchObject({
    method: 'POST',
    url: 'http://example.com/x',
    body: 'a=1&b=2',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(requestOf('curl -G https://example.com/x?k=0 --data-urlencode "q=a b"')).toEqual({
    method: 'GET',
    url: 'https://example.com/x?k=0&q=a%20b',
    headers: {},
  })
})

test('short options may be written together, and -XPUT without a space', () => {
  expect(requestOf('curl -sSI https://example.com/')).toMatchObject({ method: 'HEAD' })
  expect(requestOf('curl -XPUT https://example.com/ --json {}')).toMatchObject({
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  })
})

test('what says nothing of the request is left out, and named', () => {
  const read = parseCurl('curl -o out.html --max-time 5 -L --http3 https://example.com/ -d @body.json')
  expect(read).toMatchObject({
    ok: true,
    value: {
      request: { method: 'GET', viewer: { httpVersion: '3' } },
      ignored: ['-o out.html', '--max-time 5', '-L', 'the body of the file body.json'],
    },
  })
})

test('what cannot be read is told in a sentence', () => {
  expect(parseCurl('wget https://example.com')).toEqual({
    ok: false,
    error: 'This is no curl command: it does not begin with “curl”.',
  })
  expect(parseCurl("curl 'https://example.com")).toEqual({
    ok: false,
    error: "The quote ' at character 6 is not closed.",
  })
  expect(parseCurl('curl -s')).toEqual({ ok: false, error: 'The curl command names no URL.' })
  expect(parseCurl('curl https://example.com -H')).toEqual({ ok: false, error: '-H has no value.' })
})

test("words are split as a shell splits them, bash's $'…' included", () => {
  expect(shellWords(`a"b c"'d e' $'it\\'s\\n' "x\\"y" z\\ w $HOME`)).toEqual({
    ok: true,
    value: ['ab cd e', "it's\n", 'x"y', 'z w', '$HOME'],
  })
})

test('names of Object.prototype are header names like others', () => {
  const read = parseCurl(
    "curl -H 'constructor: a' -H 'constructor: b' -H '__proto__: c' https://example.com/",
  )
  expect(read.ok && Object.entries(read.value.request.headers ?? {})).toEqual([
    ['constructor', ['a', 'b']],
    ['__proto__', 'c'],
  ])
})
