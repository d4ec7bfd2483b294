import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const linked = (count: number): DesignDocument => ({
  ...distribution(),
  resources: Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Resource] => [
      `F${index}`,
      {
        type: 'Function',
        config: { FunctionConfig: { KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'Store' } }] } },
      },
    ]),
  ),
})

export const examples: RuleExamples = {
  valid: {
    one: linked(1),
  },
  invalid: {
    eleven: linked(11),
  },
}
