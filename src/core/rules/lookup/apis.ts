/** The APIs of a design that stand behind origins. */
import type { DesignDocument, Origin } from '#core/model/document.ts'
import { placedOf } from './balancers.ts'
import type { PlacedForeign } from './foreign.ts'

const types = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
]

/** The API whose host an origin names. */
export function apiOf(document: DesignDocument, origin: Origin): PlacedForeign | undefined {
  const [found] = types.flatMap((type) => placedOf(document, origin.DomainName, type) ?? [])
  return found
}
