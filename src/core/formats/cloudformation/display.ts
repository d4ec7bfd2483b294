import type { Tree } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'

/** An expression as a person writes it, in the short form: `!Sub ${Bucket}.s3.amazonaws.com`. */
export function displayExpression(tree: Tree): string {
  if (typeof tree !== 'object' || tree === null) return said(tree)
  if (Array.isArray(tree)) return `[${tree.map(displayExpression).join(', ')}]`
  const [entry, ...others] = Object.entries(tree)
  if (!entry) return '{}'
  const [name, argument] = entry
  if (others.length > 0 || !(name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')))
    return `{${[entry, ...others].map(([key, value]) => `${key}: ${displayExpression(value)}`).join(', ')}}`
  const short = name.replace('Fn::', '')
  if (name === 'Fn::GetAtt' && Array.isArray(argument))
    return `!GetAtt ${argument.map(displayExpression).join('.')}`
  return `!${short} ${displayExpression(argument)}`
}
