/** What a value that only a run decides looks like: hosts are recognised by it, and nothing is judged. */
import { isExpression } from '#core/model/field.ts'
import { standInRegion } from '#core/model/stand-in.ts'
import type { HclExpression, HclStep } from './hcl-syntax.ts'
import { likeOf as likeOfResource } from './look-alikes.ts'
import { texts, type Value } from './value.ts'

export const likeOf = (value: Value): string | undefined =>
  typeof value === 'object' && value !== null && 'like' in value ? (value['like'] as string) : undefined

/** What a text of these parts looks like; undefined where its end, which tells what kind of host it is, is left open. */
export function likeText(
  parts: readonly (string | HclExpression)[],
  values: readonly Value[],
): string | undefined {
  const isEndKnown = typeof parts.at(-1) === 'string'
  const likes = values.map((value, index) => {
    const part = parts[index]
    const standIn = isEndKnown && typeof part === 'object' ? nameOf(part) : undefined
    return isExpression(value) ? (likeOf(value) ?? standIn) : value
  })
  return likes.every((like) => like !== undefined) ? texts(likes)?.join('') : undefined
}

/** A value with what its unknown parts look like; undefined where that is not known of all of them. */
export function shownAs(value: Value): Value | undefined {
  if (isExpression(value)) return likeOf(value)
  if (!Array.isArray(value)) return value
  const items = value.map(shownAs)
  return items.every((item) => item !== undefined) ? items : undefined
}

/** What an attribute of a resource looks like that stands elsewhere. */
export function shapeOf(
  type: string,
  name: string,
  [step, ...further]: readonly HclStep[],
): string | undefined {
  return step && 'name' in step && further.length === 0
    ? likeOfResource(type, name, step.name, undefined)
    : undefined
}

/** A word in place of a value: the last name of the way to it. */
function nameOf(expression: HclExpression): string {
  const steps = expression.kind === 'traversal' ? expression.steps : []
  const name = steps.findLast((step) => 'name' in step)?.name ?? 'x'
  return /region/i.test(name) || steps.some((step) => 'name' in step && step.name === 'aws_region')
    ? standInRegion
    : name.toLowerCase().replaceAll('_', '-')
}
