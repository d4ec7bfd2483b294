import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const linked = (count: number): Record<string, Resource> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Resource] => [
      `F${index}`,
      {
        type: 'Function',
        config: {
          Name: `f${index}`,
          FunctionConfig: { KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'Store' } }] },
        },
      },
    ]),
  )

export const examples: RuleExamples = {
  valid: {
    ten: distribution({}, linked(10)),
  },
  invalid: {
    eleven: distribution({}, linked(11)),
  },
}
