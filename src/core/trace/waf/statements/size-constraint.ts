import { byteLength } from '#core/http/body.ts'
import { numberOf, textOf } from '#core/trace/waf/json.ts'
import { defineStatement, overField } from '#core/trace/waf/statement.ts'

const operators: Readonly<Record<string, (size: number, limit: number) => boolean>> = {
  EQ: (size, limit) => size === limit,
  NE: (size, limit) => size !== limit,
  LE: (size, limit) => size <= limit,
  LT: (size, limit) => size < limit,
  GE: (size, limit) => size >= limit,
  GT: (size, limit) => size > limit,
}

export const sizeConstraint = defineStatement({
  name: 'SizeConstraintStatement',
  compile(config) {
    const name = textOf(config['ComparisonOperator']) ?? ''
    const compare = Object.hasOwn(operators, name) ? operators[name] : undefined
    const limit = numberOf(config['Size'])
    if (!compare || limit === undefined) return { unplayed: 'a size whose limit is not known' }
    return overField(config, (text) => compare(byteLength(text), limit))
  },
})
