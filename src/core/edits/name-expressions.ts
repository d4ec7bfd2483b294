/** A name that the deployment puts together, made another one: what is put together with a number at its end. */
import type { Json, JsonObject, Unknown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'

const isMap = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Terraform's: within the quotes of a text, or in a text of its own. */
const terraformEnding = (code: string, end: string): string =>
  /^"[^"\n]*"$/.test(code) ? `${code.slice(0, -1)}${end}"` : `"\${${code}}${end}"`

/** What CloudFormation puts together, with a text at its end; undefined where it is no text that it puts together. */
function cloudFormationEnding(expression: JsonObject, end: string): JsonObject | undefined {
  const { Ref: ref, 'Fn::Sub': template } = expression
  if (typeof ref === 'string') return { 'Fn::Sub': `\${${ref}}${end}` }
  if (typeof template === 'string') return { 'Fn::Sub': `${template}${end}` }
  if (Array.isArray(template)) return { 'Fn::Sub': [`${String(template[0])}${end}`, ...template.slice(1)] }
  return Object.keys(expression).some((key) => key.startsWith('Fn::'))
    ? { 'Fn::Join': ['', [expression, end]] }
    : undefined
}

/** The expression with a text at its end; undefined for one of a source that is not known. */
function withEnding({ unknown, expression, like, ...more }: Unknown, end: string): Unknown | undefined {
  if (!isMap(expression)) return undefined
  const code = expression['terraform']
  const isTerraform = typeof code === 'string'
  const ended = isTerraform
    ? { terraform: terraformEnding(code, end) }
    : cloudFormationEnding(expression, end)
  return (
    ended && {
      ...more,
      unknown: isTerraform
        ? terraformEnding(code, end)
        : `${unknown.replace(/^!Ref (\S+)$/, (_, name) => `!Sub \${${name}}`)}${end}`,
      expression: ended,
      ...(like !== undefined && { like: `${like}${end}` }),
    }
  )
}

/** An expression that no other of `taken`, texts of names, has; itself where nothing can be put to its end. */
export function freeExpression(wanted: Unknown, taken: readonly string[]): Unknown {
  let found: Unknown | undefined = wanted
  for (let number = 2; found && taken.includes(nameOf(found)); number += 1)
    found = withEnding(wanted, `-${number}`)
  return found ?? wanted
}
