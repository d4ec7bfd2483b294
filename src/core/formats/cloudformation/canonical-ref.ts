/**
 * CloudFormation names one thing in several ways (`!Ref Policy`, `!GetAtt Policy.Id`). In the document a reference
 * to a CloudFront resource has no attribute where it means what the API's field wants: the id, or the ARN where the
 * API wants an ARN. Anything else keeps its attribute.
 */
import type { Ref } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'

/** By CloudFormation's type: the attributes that mean "the resource itself"; the first is the one that is written. */
const identity: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(resourceKinds).flatMap(({ cloudFormation }) =>
    cloudFormation ? [[cloudFormation.type, cloudFormation.identity] as const] : [],
  ),
)
const otherIdentity: readonly string[] = ['', 'Id']

const isCloudFronts = (type: string) => type.startsWith('AWS::CloudFront::')

/** The document's reference for a CloudFormation one. An empty attribute is `Ref`. */
export function canonicalRef(type: string, id: string, attribute: string): Ref {
  const means = isCloudFronts(type) ? (identity.get(type) ?? otherIdentity) : ['']
  if (means.includes(attribute)) return { ref: id }
  return { ref: id, attribute: attribute === '' ? 'Ref' : attribute }
}

/** CloudFormation's expression for a document's reference. */
export function refExpression(
  type: string,
  { ref, attribute }: Ref,
): { Ref: string } | { 'Fn::GetAtt': string[] } {
  const written = attribute ?? (isCloudFronts(type) ? (identity.get(type) ?? otherIdentity) : [''])[0] ?? ''
  return written === '' || written === 'Ref' ? { Ref: ref } : { 'Fn::GetAtt': [ref, written] }
}
