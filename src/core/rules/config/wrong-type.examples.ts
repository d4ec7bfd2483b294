import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

/** A config as a mistaken source gives it. */
const mistaken = (config: Readonly<Record<string, unknown>>): DesignDocument =>
  distribution(config as Partial<DistributionConfig>)

export const examples: RuleExamples = {
  valid: {
    'every value fits': distribution(),
    'a number for a text': mistaken({ Comment: 7 }),
    'an expression': distribution({ Comment: { unknown: '!Ref Comment', expression: { Ref: 'Comment' } } }),
  },
  invalid: {
    'a list for a text': mistaken({ Comment: ['shop'] }),
    'a text for a structure': mistaken({ Logging: 'example-logs' }),
    'a structure for a list': mistaken({ Aliases: { first: 'www.example.com' } }),
  },
}
