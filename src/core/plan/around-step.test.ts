import { expect, test } from 'vitest'
import { parseAroundStep } from './around-step.ts'

const arn = 'arn:aws:cloudfront::111122223333:distribution/E1'
const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/1-a'

const good: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'a bucket': { kind: 'bucket', name: 'site-1a2b', isForLogs: false },
  'a certificate': { kind: 'certificate', names: ['example.com', '*.example.com'], token: 'abc' },
  'a proof': { kind: 'proof', arn: certificate },
  'a record': { kind: 'record', name: 'www.example.com', target: 'd1.cloudfront.net', types: ['A', 'AAAA'] },
}

test.each(Object.entries(good))('%s is read as it was sent', (_, step) => {
  expect(parseAroundStep(JSON.stringify(step))).toEqual({ ok: true, value: step })
})

test('the statement of a grant is made here, whatever was sent', () => {
  const read = parseAroundStep(
    JSON.stringify({
      kind: 'grant',
      grant: { bucket: 'site', distribution: 'Site', arn, statement: { Effect: 'Deny' } },
    }),
  )
  expect(read).toMatchObject({
    ok: true,
    value: { grant: { bucket: 'site', statement: { Effect: 'Allow', Resource: 'arn:aws:s3:::site/*' } } },
  })
})

test.each([
  'no JSON',
  'null',
  '[]',
  '{"kind":"toString"}',
  '{"kind":"__proto__"}',
  '{"kind":"bucket","name":"../other"}',
  '{"kind":"bucket","name":"Big"}',
  '{"kind":"bucket","name":"a\\nb.c"}',
  '{"kind":"certificate","names":[],"token":"a"}',
  '{"kind":"certificate","names":["a b"],"token":"a"}',
  `{"kind":"certificate","names":${JSON.stringify(Array(101).fill('a.example'))},"token":"a"}`,
  '{"kind":"proof","arn":"arn:aws:acm:eu-west-1:111122223333:certificate/1"}',
  '{"kind":"record","name":"www.example.com"}',
  '{"kind":"record","name":"www example","target":"d1.cloudfront.net"}',
  '{"kind":"grant","bucket":"site","distribution":"Site"}',
  '{"kind":"grant","grant":{"bucket":"site","distribution":"Site","arn":"arn:aws:s3:::site"}}',
])('%s is refused in a sentence', (text) => {
  const read = parseAroundStep(text)
  expect(read.ok ? '' : read.error).toMatch(/^[A-Z].*\.$/)
})
