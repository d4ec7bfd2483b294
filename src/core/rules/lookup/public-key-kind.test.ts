import { expect, test } from 'vitest'
import { publicKeyKind } from './public-key-kind.ts'

const pem = (base64: string) => `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`
const rsa1024 = pem(
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCpbPqRN4YT/W19GhHVlkknKQgdATbP9Hyl54GYYqrb51Ho906cBuoRCvU/ESgqLsB9KY3zr6QpZBxIFuKo0muxCpxoPT2k/lll/eYfC1ldeaXOz6crRSGaSnIkR5TQFEDTywb9/oS+nBMCa9jR0m/9y3U9H51WjHrdHWl67gbkKwIDAQAB',
)
const p256 = pem(
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEmz7Cqq7xCNxFbAjUD8lDVje5PG/m4Y/SGB15uOcFn3+gYVzKgszwFe+2gaNF6kW+4ETRBQXKRcw1fczODUXm5Q==',
)
const p384 = pem(
  'MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXIALtRQ1lSnz9CS+2uVAvIZcfPsQ9NkIPWd2b7izhSa6kLiDlXfI2PjCgcbpYCXAOU+tj9mh82JTTkUM/aI/tzTwZ3U/zeqIw0ZkuOBIp3HN89I98p4DL+68ForOMm9l',
)
const ed25519 = pem('MCowBQYDK2VwAyEAk7jAHHrrNUsQd/dPyAW6X9JUllJwj2UDXDsWT4nHgAc=')

test('an RSA key has the bits of its modulus', () => {
  expect(publicKeyKind(rsa1024)).toEqual({ algorithm: 'RSA', bits: 1024 })
})

test('an elliptic curve is named where it is one of NIST’s', () => {
  expect(publicKeyKind(p256)).toEqual({ algorithm: 'EC', curve: 'P-256' })
  expect(publicKeyKind(p384)).toEqual({ algorithm: 'EC', curve: 'P-384' })
})

test('any other algorithm is other', () => {
  expect(publicKeyKind(ed25519)).toEqual({ algorithm: 'other' })
})

test.each([
  ['no PEM', 'AAAA'],
  ['no DER', pem('AAAA')],
  ['no base64', pem('A')],
  ['cut off', pem(rsa1024.slice(28, 90))],
  ['a length beyond the end', pem(btoa('\u0030\u0084\u00ff\u00ff\u00ff\u00ff'))],
  ['another kind of PEM', rsa1024.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY')],
])('nothing is said of what cannot be read: %s', (_, text) => {
  expect(publicKeyKind(text)).toBeUndefined()
})
