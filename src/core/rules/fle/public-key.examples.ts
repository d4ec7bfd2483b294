import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'
import { encryptionProfile } from '#fixtures/build-resources.ts'

const key = (EncodedKey: string): Resource => ({
  type: 'PublicKey',
  config: { Name: 'key', CallerReference: 'key', EncodedKey },
})
const rsa2048 =
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzW6nkWuN51VKn/QAHIp7\nOtC8QIuM9ArI9XazJWL5pfFjrFYVGCiuaeMmR7ZiZCoNsxGGbKmlrI2rkc9aOS1S\n9cUblIKdrROp7Vldj5yzhk13KxX/8flYPx0xBfIaizDkYBT/HRye0csswfVlsodG\nI36JhiZDCsV5yinbuWq4jdkDVDv8wUnDs0ZldskD7dmGU8Kj7CtkJCCwHyRyq9Ny\nFAIpN+2vDp1V7ByB1oD0naAS4CMROHtAsML+/q5Q4npLqKonOvNRHj9Ms9qvIcw6\ni1nqRHZPOHQLQtaVsykZc86VYeScvUqFxbe+UgWFU1VrNRuwJc3hVOBZCZFACaD/\n0wIDAQAB\n-----END PUBLIC KEY-----\n'
const rsa3072 =
  '-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA3fPq9K2he+Ot0JaiGwAZ\n2iLbmeoIh+kEjSlb+F07F83uvOjS5HnpOY62XcZguYqSyotVfr0qjwGBFBBSDhY+\nWJxtNDOVE/AHX1qRVc8v0vxQazUctBNlmikTnI5R/eubWypGllSe9zVUIWebIhLp\nHVXGZ2AvFFDMglOyKeFoHLIaNTBPxDuSnCcyQTmG2+NoslDiIKyjPXnmkxD7rMgF\npgIZU8ifSyaL9rwKu3dK8iP5qDn3jAsbuImeCA9ztmO/kfpbWs2Bf6PWKymy6PUk\nQgRaw4Txiv9yR+bp9Cr9h2rKDllnL+3wWsxUXsGT7iH7i0ZjyYbssLNIJ+MVcUJd\nSYIyOygT7WtAxagxMHv3ny8cO33GAnzuxSnAn/b6lvFisY4eo/I9tDwontKm0neN\nGsWFldEdgy5Ol5BzOtncsbcFY8m4vDL0e1XzFybSAiFHavhyjTZXPtrdCWlye1pF\nx/4gssj/s9IkYsdMlamUYFtDNEPldPSDcZgTlXx9WGxXAgMBAAE=\n-----END PUBLIC KEY-----\n'
const p256 =
  '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFCxo9jJUN0W9Ozw9mdAVxOwyWGO5\nViBlC8RZuRX/tsdovWA6I22rI8ex9J++HiiW0IaVdstAF+GfFUSMdeDOIA==\n-----END PUBLIC KEY-----\n'

export const examples: RuleExamples = {
  valid: {
    'RSA 2048': distribution({}, { Profile: encryptionProfile(), Key: key(rsa2048) }),
    elsewhere: distribution({}, { Profile: encryptionProfile({ PublicKeyId: 'K2JCJMDEHXQW5F' }) }),
  },
  invalid: {
    'RSA 3072': distribution({}, { Profile: encryptionProfile(), Key: key(rsa3072) }),
    'an elliptic curve': distribution({}, { Profile: encryptionProfile(), Key: key(p256) }),
    'no key': distribution({}, { Profile: encryptionProfile(), Key: cloudFrontFunction() }),
  },
}
