import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    small: distribution(
      {},
      { F: { type: 'Function', config: { Name: 'f', FunctionCode: `// ${'x'.repeat(100)}` } } },
    ),
  },
  invalid: {
    large: distribution(
      {},
      { F: { type: 'Function', config: { Name: 'f', FunctionCode: `// ${'x'.repeat(10300)}` } } },
    ),
    'nearly too large': distribution(
      {},
      { F: { type: 'Function', config: { Name: 'f', FunctionCode: `// ${'x'.repeat(9000)}` } } },
    ),
  },
}
