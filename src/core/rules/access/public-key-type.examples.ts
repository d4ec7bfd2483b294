import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const key = (EncodedKey: string, more: Record<string, Resource> = {}): DesignDocument =>
  distribution(
    {},
    { Key: { type: 'PublicKey', config: { Name: 'key', CallerReference: 'key', EncodedKey } }, ...more },
  )
const rsa2048 =
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx0T7S+zrpYEmc6do3YF/\n66/spujXl8MR1IakIzXKXNmcQYl55l7144N1QsuZv1QLmuMQfkdzsm8zynTGsr1H\nrX5c98Vl2mcgo4HLgf0WhbBMhzzKJJWKh7grR5wJXhqd7kKeYe6KthehAyvIGUtD\n4aPLfvFrj/FRhhmWLsV2MxQstUxX59cSptXyJizUIuXSFz9A2e3XDOeB1VAhWBRm\n42jqtkd8cFktq4/0n6SqJ7ILyhtw73I8m7GEWKsJzzmCJZ4X7mRl9huigDlMzYbX\nPMBOvW6JkaV/pV64w1udolnWRHrqCW8b/HgSJHJ3N4TWl8SR9sgl5a+3+4+0T3N7\nrwIDAQAB\n-----END PUBLIC KEY-----\n'
const rsa1024 =
  '-----BEGIN PUBLIC KEY-----\nMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCpbPqRN4YT/W19GhHVlkknKQgd\nATbP9Hyl54GYYqrb51Ho906cBuoRCvU/ESgqLsB9KY3zr6QpZBxIFuKo0muxCpxo\nPT2k/lll/eYfC1ldeaXOz6crRSGaSnIkR5TQFEDTywb9/oS+nBMCa9jR0m/9y3U9\nH51WjHrdHWl67gbkKwIDAQAB\n-----END PUBLIC KEY-----\n'
const rsa4096 =
  '-----BEGIN PUBLIC KEY-----\nMIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAkW8NOqZBHlwxyZaAoXfV\nbH4bVTDxSnH1wMZ4hoJsBDbPN8hjlKlTkw5q+uDDETr93BSJbmz94gLnnB9ONNY5\nvFsTz6WmbyaGeBIPrf2G1dTeEsEQat0wPDqNK9Kc4eh+KG7ccK5akUeuaNDYB5cB\n6aa/SgT/70hoQGivHMB9kdiBtNT/wvnSFvbA68Q1pxztZEyYo2Qf4cSwkxaXFxhB\njNi/7IW6IT5PutAdAneXFiyNsvfLu/Xbmu9yTOZUiKewfdjXND6VUzvYEseHV8E7\nEN7w1d5IfLexZbJjbKM81KaA2Vf6iB8vltgRGkRTucqnexiSD6z28eH4PIQpYyCV\nZkUZz2+PIVz9/FoTr3mF7QPtuYU1tSO6WKKWOsFw71XMsyM+yXzK9jPPNXoCdT9D\nhlWXigz+Kp3zqirIwMydAaOwFIJefqPlvBK/366g8iJVgKOBCs2Cfwxh35gozPuh\n0qxSV0gnBUxV+OgLF9mtcwRC2mHQTBHg/p5x/Sk2GmmdFY/lYooJFeMQnYgYhk8z\nNd425z6opG0IUHhl5K+7lCIBNDPzS5wTDtfT2o25PjfFflBA6/vHlvduF8m6qkHU\n5ArlGezW8F6aSPBjBNCptIA2w/rdgbG0m9Iv6ttv62DW+a9cNRSjgTHnSaccKA6t\nrS2F8Z9Hm+T9MTGAP0dAquUCAwEAAQ==\n-----END PUBLIC KEY-----\n'
const p256 =
  '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEmz7Cqq7xCNxFbAjUD8lDVje5PG/m\n4Y/SGB15uOcFn3+gYVzKgszwFe+2gaNF6kW+4ETRBQXKRcw1fczODUXm5Q==\n-----END PUBLIC KEY-----\n'
const p384 =
  '-----BEGIN PUBLIC KEY-----\nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXIALtRQ1lSnz9CS+2uVAvIZcfPsQ9NkI\nPWd2b7izhSa6kLiDlXfI2PjCgcbpYCXAOU+tj9mh82JTTkUM/aI/tzTwZ3U/zeqI\nw0ZkuOBIp3HN89I98p4DL+68ForOMm9l\n-----END PUBLIC KEY-----\n'
const ed25519 =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAk7jAHHrrNUsQd/dPyAW6X9JUllJwj2UDXDsWT4nHgAc=\n-----END PUBLIC KEY-----\n'

export const examples: RuleExamples = {
  valid: {
    'RSA, 2048 bits': key(rsa2048),
    'ECDSA on P-256': key(p256),
    'what cannot be read': key('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'),
    'left to the deployment': distribution(
      {},
      {
        Key: {
          type: 'PublicKey',
          config: { Name: 'key', EncodedKey: { unknown: '!Ref Key', expression: { Ref: 'Key' } } },
        },
      },
    ),
  },
  invalid: {
    'RSA, 1024 bits': key(rsa1024),
    'RSA, 4096 bits': key(rsa4096),
    'ECDSA on P-384': key(p384),
    Ed25519: key(ed25519),
    'ECDSA for fields': key(p256, {
      Fields: {
        type: 'FieldLevelEncryptionProfile',
        config: {
          Name: 'fields',
          CallerReference: 'fields',
          EncryptionEntities: [
            { PublicKeyId: { ref: 'Key' }, ProviderId: 'provider', FieldPatterns: ['card*'] },
          ],
        },
      },
    }),
  },
}
