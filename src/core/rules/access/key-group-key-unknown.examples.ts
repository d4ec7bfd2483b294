import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const holding = (item: string | { ref: string }): Resource => ({
  type: 'KeyGroup',
  config: { Name: 'signers', Items: [item] },
})

export const examples: RuleExamples = {
  valid: { 'the id of a key': distribution({}, { Group: holding('K2JCJMDEHXQW5F') }) },
  invalid: { 'another resource': distribution({}, { Group: holding({ ref: 'Site' }) }) },
}
