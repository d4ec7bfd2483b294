/** Behaviors of a `Distribution`. */

import { isMap, listText, quoted } from '#core/formats/cdk/text.ts'
import { isSame } from '#core/formats/same.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { listAt, type Making, mapAt, type Part, Parts } from './parts.ts'
import { policyKinds, policyText } from './policies.ts'

const read = ['GET', 'HEAD']
const withOptions = [...read, 'OPTIONS']
const everyMethod = [...withOptions, 'PUT', 'PATCH', 'POST', 'DELETE']
const allowed = { ALLOW_GET_HEAD: read, ALLOW_GET_HEAD_OPTIONS: withOptions, ALLOW_ALL: everyMethod }
const cached = { CACHE_GET_HEAD: read, CACHE_GET_HEAD_OPTIONS: withOptions }

/** The library's set of the same methods; it lists them in an order of its own, which means nothing. */
function methodsText(
  of: string,
  sets: Readonly<Record<string, readonly string[]>>,
  methods: Tree | undefined,
) {
  const member = Object.entries(sets).find(([, set]) => isSame(set, methods))?.[0]
  return member && `cloudfront.${of}.${member}`
}

const viewerPolicies = {
  'https-only': 'HTTPS_ONLY',
  'redirect-to-https': 'REDIRECT_TO_HTTPS',
  'allow-all': 'ALLOW_ALL',
}
const eventNames: Readonly<Record<string, string>> = {
  'viewer-request': 'VIEWER_REQUEST',
  'viewer-response': 'VIEWER_RESPONSE',
  'origin-request': 'ORIGIN_REQUEST',
  'origin-response': 'ORIGIN_RESPONSE',
}

/** Every item in code, or none. */
function wholeList(items: readonly (string | undefined)[]): string | undefined {
  const known = items.flatMap((item) => (item === undefined ? [] : [item]))
  return known.length > 0 && known.length === items.length ? listText(known, '        ') : undefined
}

/** What an imported function is called: its name where its ARN is known, which nothing reads. */
const nameIn = (arn: Tree): string => (typeof arn === 'string' ? (arn.split('/').at(-1) ?? arn) : 'function')

function functionsText(behavior: TreeMap, making: Making): string | undefined {
  const items = listAt(behavior, 'FunctionAssociations').map((item) => {
    const { EventType: event, FunctionARN: arn = null, ...more } = isMap(item) ? item : {}
    const code = making.expressions.text(arn)
    const name = typeof event === 'string' && event.startsWith('viewer-') ? eventNames[event] : undefined
    if (code === undefined || name === undefined || Object.keys(more).length > 0) return undefined
    const own =
      making.constructs.get(JSON.stringify(arn)) ??
      making.declare(
        'Function',
        (construct) =>
          `cloudfront.Function.fromFunctionAttributes(this, ${quoted(construct)}, { functionName: ${quoted(nameIn(arn))}, functionArn: ${code} })`,
      )
    return `{ function: ${own}, eventType: cloudfront.FunctionEventType.${name} }`
  })
  return wholeList(items)
}

function lambdasText(behavior: TreeMap, making: Making): string | undefined {
  const items = listAt(behavior, 'LambdaFunctionAssociations').map((item) => {
    const {
      EventType: event,
      LambdaFunctionARN: arn = null,
      IncludeBody: body,
      ...more
    } = isMap(item) ? item : {}
    const code = making.expressions.text(arn)
    const name = typeof event === 'string' && Object.hasOwn(eventNames, event) ? eventNames[event] : undefined
    const isRead =
      body === undefined || (typeof body === 'boolean' && (!body || String(event).endsWith('request')))
    const isVersion = typeof arn !== 'string' || /:function:[^:]+:\d+$/.test(arn)
    if (code === undefined || name === undefined || !isRead || !isVersion || Object.keys(more).length > 0)
      return undefined
    const version = making.declare(
      'EdgeVersion',
      (construct) => `lambda.Version.fromVersionArn(this, ${quoted(construct)}, ${code})`,
    )
    making.modules.add('lambda')
    const withBody = body === undefined ? '' : `, includeBody: ${String(body)}`
    return `{ functionVersion: ${version}, eventType: cloudfront.LambdaEdgeEventType.${name}${withBody} }`
  })
  return wholeList(items)
}

function keyGroupsText(behavior: TreeMap, making: Making): string | undefined {
  const items = listAt(behavior, 'TrustedKeyGroups').map((id) => {
    const code = making.expressions.text(id)
    return code === undefined
      ? undefined
      : making.declare(
          'KeyGroup',
          (construct) => `cloudfront.KeyGroup.fromKeyGroupId(this, ${quoted(construct)}, ${code})`,
        )
  })
  return wholeList(items)
}

/** The library takes gRPC with every method only, and without Lambda functions. */
const takesGrpc = (behavior: TreeMap) =>
  isSame(behavior['AllowedMethods'], everyMethod) && behavior['LambdaFunctionAssociations'] === undefined

/** A behavior as the library takes it, but for its origin; undefined where it has no cache policy. */
export function madeBehavior(behavior: TreeMap, making: Making): Part | undefined {
  const policy = (field: keyof typeof policyKinds) => policyText(policyKinds[field], behavior[field], making)
  const cachePolicy = policy('CachePolicyId')
  if (cachePolicy === undefined) return undefined
  const grpc = mapAt(behavior, 'GrpcConfig')['Enabled']
  const isGrpc = grpc === false || (grpc === true && takesGrpc(behavior))
  return new Parts(behavior, making)
    .member('ViewerProtocolPolicy', 'viewerProtocolPolicy', 'ViewerProtocolPolicy', viewerPolicies)
    .say(
      'AllowedMethods',
      'allowedMethods',
      methodsText('AllowedMethods', allowed, behavior['AllowedMethods']),
    )
    .say('CachedMethods', 'cachedMethods', methodsText('CachedMethods', cached, behavior['CachedMethods']))
    .say('CachePolicyId', 'cachePolicy', cachePolicy)
    .say('OriginRequestPolicyId', 'originRequestPolicy', policy('OriginRequestPolicyId'))
    .say('ResponseHeadersPolicyId', 'responseHeadersPolicy', policy('ResponseHeadersPolicyId'))
    .boolean('Compress', 'compress')
    .boolean('SmoothStreaming', 'smoothStreaming')
    .say('FunctionAssociations', 'functionAssociations', functionsText(behavior, making))
    .say('LambdaFunctionAssociations', 'edgeLambdas', lambdasText(behavior, making))
    .say('TrustedKeyGroups', 'trustedKeyGroups', keyGroupsText(behavior, making))
    .say('GrpcConfig', 'enableGrpc', isGrpc ? String(grpc) : undefined)
    .always('ViewerProtocolPolicy', 'allow-all')
    .always('Compress', true)
    .part()
}
