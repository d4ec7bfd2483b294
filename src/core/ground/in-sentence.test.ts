import { expect, test } from 'vitest'
import { inSentence } from './in-sentence.ts'

test('a label within a sentence begins small, and names keep their capitals', () => {
  expect(inSentence('Cache policy')).toBe('cache policy')
  expect(inSentence('Comment')).toBe('comment')
  expect(inSentence('Web ACL ARN')).toBe('web ACL ARN')
  for (const name of [
    'CloudFront function',
    'Lambda@Edge function',
    'ACM certificate ARN',
    'X-Frame-Options',
    'IPv6',
  ])
    expect(inSentence(name)).toBe(name)
})
