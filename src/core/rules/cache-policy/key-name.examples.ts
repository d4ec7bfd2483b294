import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

const keyed = (...QueryStrings: string[]) =>
  distribution(
    {},
    {
      Policy: cachePolicy({}, { QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings } }),
    },
  )

export const examples: RuleExamples = {
  valid: { 'a name': keyed('page') },
  invalid: { 'a star': keyed('*'), 'two names in one': keyed('page&sort') },
}
