/**
 * The CDK's own constructs (its second level) for what they can say exactly
 * (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront-readme.html). Each entry gives the code and
 * the properties that the construct synthesizes: where those are not the template's, CloudFormation's construct stands
 * in its place.
 */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { bare, tableOf } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import { isMap, quoted } from './text.ts'

export interface Construct {
  /** The construct's class, with its arguments behind scope and id. */
  readonly name: string
  readonly props: readonly (readonly [name: string, code: string])[]
  readonly synthesizes: TreeMap
}
type TextOf = (tree: Tree) => string | undefined
interface Kind {
  /** `text` gives the code of a text or of an expression for one. */
  readonly read: (properties: TreeMap, text: TextOf) => Construct | undefined
  /** What other resources refer to it by: the expression, and the construct's property. */
  readonly outputs: Readonly<Record<string, (id: string) => Tree>>
}

const ref = (id: string): Tree => ({ Ref: id })
const attribute =
  (name: string) =>
  (id: string): Tree => ({ 'Fn::GetAtt': [id, name] })
const isText = (tree: Tree | undefined): tree is string => typeof tree === 'string'
/** A name in code: what the library takes for one, or an expression. */
const nameText = (tree: Tree | undefined, text: TextOf): string | undefined =>
  tree === undefined || (isText(tree) && !/^[\w-]{1,128}$/.test(tree)) ? undefined : text(tree)
const texts = (tree: Tree | undefined): string[] | undefined =>
  Array.isArray(tree) && tree.length > 0 && tree.every(isText) ? tree : undefined
const mapAt = (tree: TreeMap, key: string): TreeMap => {
  const found = tree[key]
  return isMap(found) ? found : {}
}

type Calls = Readonly<Record<string, string>>
const selections: Calls = { none: 'none', all: 'all', whitelist: 'allowList', allExcept: 'denyList' }
const headerSelections: Calls = {
  none: 'none',
  allViewer: 'all',
  whitelist: 'allowList',
  allExcept: 'denyList',
}

/** The constructs refuse these, and lists of more than ten. */
const refusedNames = new Set(['authorization', 'accept-encoding', 'cookie', 'host'])

/** `CacheCookieBehavior.allowList('a')` for a behavior and its list. */
function selection(
  className: string,
  calls: Calls,
  { behavior, items }: { behavior: Tree | undefined; items: Tree | undefined },
) {
  const call = isText(behavior) ? calls[behavior] : undefined
  const names = texts(items)
  const takesNames = call === 'allowList' || call === 'denyList'
  if (call === undefined || takesNames !== (names !== undefined)) return undefined
  if (names?.some((name) => refusedNames.has(name.toLowerCase())) || (names?.length ?? 0) > 10)
    return undefined
  return `cloudfront.${className}.${call}(${(names ?? []).map(quoted).join(', ')})`
}

function selected(prefix: string, config: TreeMap, headers: Calls): Record<string, string> | undefined {
  const parts = [
    ['cookieBehavior', 'Cookie', 'CookiesConfig', 'Cookies', selections],
    ['headerBehavior', 'Header', 'HeadersConfig', 'Headers', headers],
    ['queryStringBehavior', 'QueryString', 'QueryStringsConfig', 'QueryStrings', selections],
  ] as const
  const found: Record<string, string> = bare()
  for (const [prop, kind, wrapper, list, calls] of parts) {
    const inner = mapAt(config, wrapper)
    const code = selection(`${prefix}${kind}Behavior`, calls, {
      behavior: inner[`${kind}Behavior`],
      items: inner[list],
    })
    if (code === undefined) return undefined
    found[prop] = code
  }
  return found
}

const comment = (config: TreeMap): [string, string][] =>
  isText(config['Comment']) ? [['comment', quoted(config['Comment'])]] : []

const cachePolicy: Kind = {
  outputs: { cachePolicyId: ref },
  read(properties, text) {
    const config = mapAt(properties, 'CachePolicyConfig')
    const key = mapAt(config, 'ParametersInCacheKeyAndForwardedToOrigin')
    const { Name: name, MinTTL: min, DefaultTTL: usual, MaxTTL: max } = config
    const { EnableAcceptEncodingGzip: gzip, EnableAcceptEncodingBrotli: brotli } = key
    const behaviors = selected('Cache', key, selections)
    const isOrdered = Number(min) <= Number(usual) && Number(usual) <= Number(max)
    const named = nameText(name, text)
    if (
      !behaviors ||
      named === undefined ||
      name === undefined ||
      !isOrdered ||
      said(config['Comment'] ?? '').length > 128
    )
      return undefined
    const seconds = (ttl: Tree | undefined) => `cdk.Duration.seconds(${said(ttl)})`
    const { CookiesConfig = null, HeadersConfig = null, QueryStringsConfig = null } = key
    return {
      name: 'CachePolicy',
      props: [
        ['cachePolicyName', named],
        ...comment(config),
        ['minTtl', seconds(min)],
        ['defaultTtl', seconds(usual)],
        ['maxTtl', seconds(max)],
        ...Object.entries(behaviors),
        ['enableAcceptEncodingGzip', said(gzip === true)],
        ['enableAcceptEncodingBrotli', said(brotli === true)],
      ],
      synthesizes: {
        CachePolicyConfig: {
          Name: name,
          ...(config['Comment'] !== undefined && { Comment: config['Comment'] }),
          MinTTL: Number(min),
          DefaultTTL: Number(usual),
          MaxTTL: Number(max),
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingGzip: gzip === true,
            EnableAcceptEncodingBrotli: brotli === true,
            CookiesConfig,
            HeadersConfig,
            QueryStringsConfig,
          },
        },
      },
    }
  },
}

const originRequestPolicy: Kind = {
  outputs: { originRequestPolicyId: ref },
  read(properties, text) {
    const config = mapAt(properties, 'OriginRequestPolicyConfig')
    const { Name: name, CookiesConfig = null, HeadersConfig = null, QueryStringsConfig = null } = config
    const behaviors = selected('OriginRequest', config, headerSelections)
    const named = nameText(name, text)
    if (!behaviors || named === undefined || name === undefined) return undefined
    const own = { ...(isText(config['Comment']) && { Comment: config['Comment'] }) }
    return {
      name: 'OriginRequestPolicy',
      props: [['originRequestPolicyName', named], ...comment(config), ...Object.entries(behaviors)],
      synthesizes: {
        OriginRequestPolicyConfig: { Name: name, ...own, CookiesConfig, HeadersConfig, QueryStringsConfig },
      },
    }
  },
}

const runtimes: Calls = { 'cloudfront-js-1.0': 'JS_1_0', 'cloudfront-js-2.0': 'JS_2_0' }

const edgeFunction: Kind = {
  outputs: { functionArn: attribute('FunctionARN') },
  read(properties, text) {
    const { Name: name, FunctionCode: code, AutoPublish: publish } = properties
    const { Comment: said, Runtime: runtime } = mapAt(properties, 'FunctionConfig')
    const member = isText(runtime) ? runtimes[runtime] : undefined
    const named = name === undefined ? undefined : text(name)
    if (name === undefined || named === undefined || !isText(code) || !isText(said) || member === undefined)
      return undefined
    return {
      name: 'Function',
      props: [
        ['functionName', named],
        ['comment', quoted(said)],
        ['runtime', `cloudfront.FunctionRuntime.${member}`],
        ...(publish === false ? ([['autoPublish', 'false']] as const) : []),
        ['code', `cloudfront.FunctionCode.fromInline(${quoted(code)})`],
      ],
      synthesizes: {
        Name: name,
        FunctionCode: code,
        AutoPublish: publish !== false,
        FunctionConfig: { Comment: said, Runtime: runtime ?? '' },
      },
    }
  },
}

const keyValueStore: Kind = {
  outputs: { keyValueStoreArn: attribute('Arn') },
  read(properties, text) {
    const { Name: name } = properties
    const named = name === undefined ? undefined : text(name)
    if (name === undefined || named === undefined) return undefined
    return {
      name: 'KeyValueStore',
      props: [['keyValueStoreName', named], ...comment(properties)],
      synthesizes: { Name: name, ...(isText(properties['Comment']) && { Comment: properties['Comment'] }) },
    }
  },
}

const accessControls: Calls = { s3: 'S3OriginAccessControl', lambda: 'FunctionUrlOriginAccessControl' }
const signings: Calls = { always: 'SIGV4_ALWAYS', never: 'NEVER', 'no-override': 'SIGV4_NO_OVERRIDE' }

const originAccessControl: Kind = {
  outputs: { originAccessControlId: attribute('Id') },
  read(properties, text) {
    const config = mapAt(properties, 'OriginAccessControlConfig')
    const {
      Name: name,
      Description: description,
      SigningBehavior: behavior,
      OriginAccessControlOriginType: type,
    } = config
    const [className, signing] = [accessControls[said(type)], signings[said(behavior)]]
    const named = name === undefined ? undefined : text(name)
    if (name === undefined || named === undefined || className === undefined || signing === undefined)
      return undefined
    return {
      name: className,
      props: [
        ['originAccessControlName', named],
        ...(isText(description) ? ([['description', quoted(description)]] as const) : []),
        ['signing', `cloudfront.Signing.${signing}`],
      ],
      synthesizes: {
        OriginAccessControlConfig: {
          Name: name,
          ...(isText(description) && { Description: description }),
          SigningBehavior: behavior ?? '',
          SigningProtocol: 'sigv4',
          OriginAccessControlOriginType: type ?? '',
        },
      },
    }
  },
}

/** By CloudFormation's type; in the order in which they may need each other. */
export const constructKinds: Readonly<Record<string, Kind>> = tableOf({
  'AWS::CloudFront::KeyValueStore': keyValueStore,
  'AWS::CloudFront::CachePolicy': cachePolicy,
  'AWS::CloudFront::OriginRequestPolicy': originRequestPolicy,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudFront::OriginAccessControl': originAccessControl,
})
