import { said } from '#core/ground/said.ts'
import type { Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { ScalarType } from '#core/model/shapes/shape.ts'
import type { Dialect } from './dialect.ts'
import type { Block } from './hcl-text.ts'
import { snakeCase } from './spelling.ts'

interface Variable {
  readonly type: string
  readonly description: string
}
const types: Readonly<Record<ScalarType, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  bytes: 'string',
}
const terraformCode = (expression: Unknown['expression']): string | undefined =>
  typeof expression === 'object' && expression !== null && 'terraform' in expression
    ? said(expression['terraform'])
    : undefined
const parameterName = (expression: Unknown['expression']): string | undefined =>
  typeof expression === 'object' && expression !== null && 'Ref' in expression
    ? said(expression['Ref'])
    : undefined

/** The variables that stand for what only the deployment decides. */
export class Variables {
  private readonly keepsCode: boolean
  private readonly declared = new Map<string, Variable>()
  /** The variable of each expression: one that stands in several places is set once. */
  private readonly byExpression = new Map<string, string>()

  private readonly dialect: Dialect

  /** `keepsCode`: expressions of Terraform are written as they were, into the file that they came from. */
  constructor(dialect: Dialect, { keepsCode = false } = {}) {
    this.dialect = dialect
    this.keepsCode = keepsCode
  }

  /** The expression for a variable of this name; equal names are one variable. */
  named(name: string, type: string, description: string): string {
    const proper = /^[a-z_]/.test(name) ? name : `_${name}`
    if (!this.declared.has(proper)) this.declared.set(proper, { type, description })
    return this.dialect.variable(proper)
  }

  /** An expression of the source: Terraform's own as it was, else a variable named after a parameter or the field. */
  unknown(unknown: Unknown, path: Path, scalar: ScalarType): string {
    const own = terraformCode(unknown.expression)
    if (own !== undefined && this.keepsCode) return own
    const variable = own === undefined ? undefined : /^var\.([A-Za-z_][\w-]*)$/.exec(own)?.[1]
    if (variable !== undefined) return this.named(variable, types[scalar], 'Set for each deployment')
    const parameter = parameterName(unknown.expression)
    const steps = path.filter((step) => step !== 'resources' && step !== 'config').map(String)
    const key = `${types[scalar]} ${JSON.stringify(unknown.expression)}`
    const name = this.byExpression.get(key) ?? snakeCase(parameter ?? steps.join('_'))
    this.byExpression.set(key, name)
    return this.named(name, types[scalar], `In place of ${own ?? unknown.unknown}`)
  }

  entries(): readonly (readonly [name: string, variable: Variable])[] {
    return [...this.declared]
  }

  blocks(): Block[] {
    return this.entries().map(([name, { type, description }]) => ({
      type: 'variable',
      labels: [name],
      attributes: [
        { name: 'type', value: { code: type } },
        { name: 'description', value: description },
      ],
      blocks: [],
    }))
  }
}
