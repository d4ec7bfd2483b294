import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

const forwarding = (...Cookies: string[]) =>
  distribution(
    {},
    { Policy: originRequestPolicy({ CookiesConfig: { CookieBehavior: 'whitelist', Cookies } }) },
  )

export const examples: RuleExamples = {
  valid: { 'a name': forwarding('session') },
  invalid: { 'a semicolon': forwarding('session;theme') },
}
