import { valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { apiOf } from '#core/rules/lookup/apis.ts'
import { listIn, type PlacedForeign } from '#core/rules/lookup/foreign.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

function faultOf({ id, config }: PlacedForeign): string | undefined {
  const endpoint: unknown = config['EndpointConfiguration']
  const types = listIn(valueAt(endpoint, ['Types'])) ?? []
  if (types.includes('PRIVATE') || valueAt(endpoint, ['Type']) === 'PRIVATE' || endpoint === 'PRIVATE')
    return `“${id}” is a private API, which answers inside its networks alone`
  const isOff: unknown = config['DisableExecuteApiEndpoint']
  return isOff === true || isOff === 'true'
    ? `“${id}” has its execute-api endpoint off (DisableExecuteApiEndpoint)`
    : undefined
}

export const originApigwClosed = defineRule({
  id: 'origin/apigw-closed',
  severity: 'warning',
  sees: 'origin',
  summary: 'The API does not answer at the name that CloudFront asks.',
  why: 'A private API is reached through interface endpoints of a network, and CloudFront comes from the internet. An API whose execute-api endpoint is off answers 403 there and is reached by its custom domain name.',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const api = originKindOf(document, origin)?.id === 'api-gateway' ? apiOf(document, origin) : undefined
      const fault = api && faultOf(api)
      if (fault === undefined) continue
      yield {
        path: [...path, 'DomainName'],
        message: `${fault}, so the origin “${nameOf(origin.Id)}” answers 403 or not at all; use a regional API, or its custom domain name.`,
      }
    }
  },
})
