import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

const exposing = (...Header: readonly string[]) =>
  distribution(
    {},
    { Policy: responseHeadersPolicy({ RemoveHeadersConfig: Header.map((one) => ({ Header: one })) }) },
  )

export const examples: RuleExamples = {
  valid: { 'two headers': exposing('X-Powered-By', 'X-Version') },
  invalid: { 'one header in two spellings': exposing('X-Powered-By', 'x-powered-by') },
}
