import { expect, test } from 'vitest'
import { endpointFault } from './endpoint.ts'

test('an endpoint is a URL of HTTP, and anything else is told', () => {
  for (const endpoint of ['http://127.0.0.1:4566', 'https://cloudfront.amazonaws.com'])
    expect(endpointFault(endpoint)).toBeUndefined()
  for (const endpoint of ['javascript:alert(1)', 'file:///etc/passwd', 'data:,x', 'ftp://a', 'nothing', ''])
    expect(endpointFault(endpoint)).toContain('is not a URL of HTTP')
})
