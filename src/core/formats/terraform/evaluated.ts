/** What an expression of Terraform gives here, for tests that hold it against what Terraform gave. */
import { Evaluator } from './evaluate.ts'
import { parseHcl } from './hcl-parser.ts'
import type { Value } from './value.ts'

/** The value of an expression after these declarations. */
export function evaluated(expression: string, before: string): Value {
  const text = `${before}\nout = ${expression}\n`
  const file = parseHcl(text)
  const out = file.attributes.find(({ name }) => name === 'out')
  if (!out) throw new Error('There is no expression.')
  return new Evaluator(text, file).evaluate(out.value)
}

/** Lines of an expression, an arrow and its value as JSON. */
export const pairs = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [expression = '', value = ''] = line.split(' ⇒ ')
      return [expression, JSON.parse(value)] as const
    })
