/** Host names that only the deployment decides: the trace needs one, so it takes a stand-in and says so. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Expression, isRef, isUnknown, type Json } from '#core/model/field.ts'

const label = (id: LogicalId) => id.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') || 'resource'

/** What an attribute of a resource would look like, by the resource's type. */
function standInForRef(document: DesignDocument, id: LogicalId, attribute: string | undefined): string {
  const type = document.resources[id]?.type ?? ''
  const name = label(id)
  if (type === 'AWS::S3::Bucket') {
    if (attribute === 'WebsiteURL') return `${name}.s3-website-us-east-1.amazonaws.com`
    return attribute === 'DomainName' ? `${name}.s3.amazonaws.com` : `${name}.s3.us-east-1.amazonaws.com`
  }
  if (type === 'AWS::ElasticLoadBalancingV2::LoadBalancer') return `${name}.us-east-1.elb.amazonaws.com`
  if (type === 'AWS::Lambda::Url') return `${name}.lambda-url.us-east-1.on.aws`
  if (/^AWS::(ApiGateway|ApiGatewayV2|Serverless)::/.test(type))
    return `${name}.execute-api.us-east-1.amazonaws.com`
  return `${name}.example.com`
}

export interface KnownOrStandIn {
  readonly value: string
  readonly isKnown: boolean
}

/** The text of a field, or what stands in for its expression. Undefined where the field is absent. */
export function textOrStandIn(
  document: DesignDocument,
  field: string | Expression | Json | undefined,
): KnownOrStandIn | undefined {
  if (typeof field === 'string') return { value: field, isKnown: true }
  if (isRef(field)) return { value: standInForRef(document, field.ref, field.attribute), isKnown: false }
  if (!isUnknown(field)) return undefined
  if (field.like !== undefined) return { value: field.like.replace(/^https?:\/\//, ''), isKnown: false }
  const [first] = field.refs ?? []
  return { value: first ? standInForRef(document, first, undefined) : 'unknown.example.com', isKnown: false }
}
