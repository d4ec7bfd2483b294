/** What the attributes of a declared resource are known to be before a run. */
import type { LogicalId } from '#core/model/document.ts'
import type { Ref } from '#core/model/field.ts'
import type { HclStep } from './hcl-syntax.ts'
import { likeOf } from './look-alikes.ts'
import { kinds } from './spelling.ts'

/** The document's reference to a resource of Terraform: without an attribute where it means the resource itself. */
export function referenceTo(ref: LogicalId, type: string, attribute: string): Ref {
  const { identity } = kinds[type] ?? {}
  const isIdentity = attribute === identity || attribute === 'cloudfront_access_identity_path'
  if (isIdentity || (attribute === 'id' && type !== 'aws_cloudfront_function')) return { ref }
  const name = attribute.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return { ref, attribute: name }
}

interface ResourceValue {
  readonly known?: Ref
  readonly like?: string
}

/**
 * `aws_x.name.attribute`, with one index where the resource is repeated. A splat gives a list of nobody knows how
 * many, and a way further into an attribute has no reference that says it.
 */
export function resourceValue(
  type: string,
  name: string,
  steps: readonly HclStep[],
  own: { readonly id: LogicalId | undefined; readonly name: string | undefined },
): ResourceValue {
  const [first] = steps
  const way = first && 'index' in first ? steps.slice(1) : steps
  const [step, ...further] = way
  if (further.length > 0 || (step && !('name' in step))) return {}
  // The resource as a whole is an object; only where an attribute is left out by mistake is it taken for its id.
  const attribute = step && 'name' in step ? step.name : 'id'
  if (own.id !== undefined && kinds[type]) return { known: referenceTo(own.id, type, attribute) }
  const like = likeOf(type, name, attribute, own.name)
  return like === undefined ? {} : { like }
}
