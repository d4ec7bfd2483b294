import { expect, test } from 'vitest'
import { shareable } from '#core/edits/secrets.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { leftOutInWords } from './left-out.ts'

test('what a link leaves out is told by its place, each place once', () => {
  const web = customOrigin('web', {
    CustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'hush' }],
  })
  const request = { url: '/', headers: { Authorization: 'Bearer hush' } }
  const document = {
    ...distribution({ Origins: [web], Comment: 'AKIAABCDEFGHIJKLMNOP' }),
    scenarios: [{ name: 'signed in', steps: [{ request }, { request }] }],
    notes: { Site: 'AKIAABCDEFGHIJKLMNOP' },
  }
  expect(leftOutInWords(document, shareable(document).leftOut)).toEqual([
    '“Authorization” in the test “signed in”',
    '“Comment” of Distribution Site',
    'the value of the custom header “X-Origin-Verify” of Origin web',
    'a note',
  ])
})
