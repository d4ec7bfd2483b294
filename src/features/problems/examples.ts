/** Every rule's examples in one file of the page, which is loaded when the first of them is looked at. */
import { toYaml } from '#core/formats/cloudformation/yaml-text.ts'
import { toPointer } from '#core/model/path.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import type { Rule } from '#core/rules/harness/rule.ts'
import { type Shown, shownExample } from '#core/rules/harness/shown-example.ts'

const examples = import.meta.glob<RuleExamples>('/src/core/rules/*/*.examples.ts', {
  eager: true,
  import: 'examples',
})

export interface ExampleText {
  readonly name: string
  readonly text: string
}
export interface ExampleTexts {
  /** Where in the example's design it stands. */
  readonly at: string
  readonly bad: ExampleText
  readonly good?: ExampleText
}

const longest = 24

function printed({ name, value }: Shown): ExampleText {
  if (value === undefined) return { name, text: '# nothing is set here' }
  // An example is plain data, its references texts already.
  const lines = toYaml(value as Parameters<typeof toYaml>[0])
    .replace(/: "(!(?:Ref|GetAtt) [^"]*)"/g, ': $1')
    .split('\n')
  return { name, text: (lines.length > longest ? [...lines.slice(0, longest), '# …'] : lines).join('\n') }
}

/** A rule's examples as small YAML; undefined where it has none. */
export function exampleTexts(rule: Rule): ExampleTexts | undefined {
  const example = shownExample(rule, examples[`/src/core/rules/${rule.id}.examples.ts`])
  if (!example) return undefined
  const { around, bad, good } = example
  return { at: toPointer(around), bad: printed(bad), ...(good && { good: printed(good) }) }
}
