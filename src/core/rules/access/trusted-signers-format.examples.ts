import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const signedBy = (signer: string) =>
  distribution({
    DefaultCacheBehavior: defaultBehavior('web', { TrustedSigners: { Enabled: true, Items: [signer] } }),
  })

export const examples: RuleExamples = {
  valid: { 'the own account': signedBy('self'), 'an account': signedBy('111122223333') },
  invalid: { 'a short number': signedBy('1234') },
}
