import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { signRsa, verifyRsa } from './rsa.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const data = new TextEncoder().encode('a policy')
const forms = [
  [
    'SPKI',
    publicKey.export({ type: 'spki', format: 'pem' }),
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
  ],
  [
    'PKCS #1',
    publicKey.export({ type: 'pkcs1', format: 'pem' }),
    privateKey.export({ type: 'pkcs1', format: 'pem' }),
  ],
  [
    'JWK',
    JSON.stringify(publicKey.export({ format: 'jwk' })),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ],
] as const

test.each(forms)('signatures with keys as %s are those of Node.js', (_, open, hidden) => {
  for (const algorithm of ['sha1', 'sha256', 'sha384', 'sha512']) {
    const theirs = createSign(`RSA-${algorithm.toUpperCase()}`).update(data).sign(privateKey)
    expect(verifyRsa(algorithm, String(open), data, theirs)).toBe(true)
    const ours = signRsa(algorithm, String(hidden), data)
    expect(createVerify(`RSA-${algorithm.toUpperCase()}`).update(data).verify(publicKey, ours)).toBe(true)
  }
})

test('a changed byte, other data and another digest are refused', () => {
  const [, open, hidden] = forms[0]
  const signature = signRsa('sha256', String(hidden), data)
  const other = Uint8Array.from(signature, (byte, index) => (index === 9 ? byte ^ 1 : byte))
  expect(verifyRsa('sha256', String(open), data, other)).toBe(false)
  expect(verifyRsa('sha256', String(open), new Uint8Array(3), signature)).toBe(false)
  expect(verifyRsa('sha1', String(open), data, signature)).toBe(false)
  expect(verifyRsa('sha256', String(open), data, signature.subarray(1))).toBe(false)
})

test('what is no key is told', () => {
  expect(() => verifyRsa('sha256', 'hello', data, data)).toThrow()
})
