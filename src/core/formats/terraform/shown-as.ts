/** What a value that only a run decides looks like: hosts are recognised by it, and nothing is judged. */
import { isExpression } from '#core/model/field.ts'
import { standInRegion } from '#core/model/stand-in.ts'
import type { HclExpression, HclStep } from './hcl-syntax.ts'
import { likeOf as likeOfResource } from './look-alikes.ts'
import { texts, type Value } from './value.ts'

export const likeOf = (value: Value): string | undefined =>
  typeof value === 'object' && value !== null && 'like' in value ? (value['like'] as string) : undefined

/** What lists that only a run decides look like, item by item. */
const lists = new WeakMap<object, Value[]>()

/** Notes what a list looks like, as the parts of a URL: `split("/", url)`. */
export function lookingLike<Made extends object>(made: Made, like: Value | undefined): Made {
  if (Array.isArray(like)) lists.set(made, like)
  return made
}

/** What an item of such a list looks like, where its number is written out and ends the way. */
export function itemLike(value: Value, [step, ...further]: readonly HclStep[]): { readonly like?: string } {
  if (!step || further.length > 0) return {}
  const index = 'index' in step && step.index.kind === 'literal' ? Number(step.index.value) : -1
  const item = typeof value === 'object' && value !== null ? lists.get(value)?.[index] : undefined
  return typeof item === 'string' ? { like: item } : {}
}

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
  if (isExpression(value)) return likeOf(value) ?? lists.get(value)
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
