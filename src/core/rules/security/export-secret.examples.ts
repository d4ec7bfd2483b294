import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, customOrigin, distribution } from '#fixtures/build.ts'

const withHeader = (HeaderName: string, HeaderValue: string): DesignDocument =>
  distribution({ Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName, HeaderValue }] })] })
const withCode = (code: string): DesignDocument => distribution({}, { Edge: cloudFrontFunction(code) })

export const examples: RuleExamples = {
  valid: {
    'a dynamic reference': withHeader('X-Origin-Verify', '{{resolve:secretsmanager:verify}}'),
    'a plain header': withHeader('X-Environment', 'production-europe'),
    'code without': withCode('function handler(event) { return event.request }'),
    'a header’s name': withCode(
      "const key = 'authorization'\nfunction handler(event) { return event.request }",
    ),
  },
  invalid: {
    'a header': withHeader('X-Origin-Verify', 'an-example-of-a-value'),
    'a key in code': withCode(
      "const secret = 'exampleValue0123456789'\nfunction handler(event) { return event.request }",
    ),
  },
}
