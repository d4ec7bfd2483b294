/**
 * CloudFormation names one thing in several ways (`!Ref Policy`, `!GetAtt Policy.Id`). In the document a reference
 * to a CloudFront resource has no attribute where it means what the API's field wants: the id, or the ARN where the
 * API wants an ARN. Anything else keeps its attribute.
 */
import type { Ref } from '#core/model/field.ts'

/** By resource type: the attributes that mean "the resource itself"; the first is the one that is written. */
const identity: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFront::Function': ['FunctionARN', 'FunctionMetadata.FunctionARN', ''],
  'AWS::CloudFront::KeyValueStore': ['Arn'],
  'AWS::CloudFront::RealtimeLogConfig': ['', 'Arn'],
  'AWS::CloudFront::FieldLevelEncryptionProfile': ['', 'Id'],
  'AWS::CloudFront::OriginAccessControl': ['Id', ''],
}
const otherIdentity: readonly string[] = ['', 'Id']

const isCloudFronts = (type: string) => type.startsWith('AWS::CloudFront::')

/** The document's reference for a CloudFormation one. An empty attribute is `Ref`. */
export function canonicalRef(type: string, id: string, attribute: string): Ref {
  const means = isCloudFronts(type) ? (identity[type] ?? otherIdentity) : ['']
  if (means.includes(attribute)) return { ref: id }
  return { ref: id, attribute: attribute === '' ? 'Ref' : attribute }
}

/** CloudFormation's expression for a document's reference. */
export function refExpression(
  type: string,
  { ref, attribute }: Ref,
): { Ref: string } | { 'Fn::GetAtt': string[] } {
  const written = attribute ?? (isCloudFronts(type) ? (identity[type] ?? otherIdentity) : [''])[0] ?? ''
  return written === '' || written === 'Ref' ? { Ref: ref } : { 'Fn::GetAtt': [ref, written] }
}
