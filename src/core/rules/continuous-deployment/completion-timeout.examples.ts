import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

const Origins = [customOrigin('web', { ResponseCompletionTimeout: 60 })]

export const examples: RuleExamples = {
  valid: { 'no staging': distribution({ Origins }) },
  invalid: { staging: distribution({ Origins, HttpVersion: 'http2', Staging: true }) },
}
