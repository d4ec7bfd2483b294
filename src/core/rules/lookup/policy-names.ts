import type { CachePolicyConfig, OriginRequestPolicyConfig } from '#core/model/document.ts'
import { type Expression, isExpression, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

export interface PolicyList {
  /** What the names are: “headers”. */
  readonly noun: 'headers' | 'cookies' | 'query strings'
  readonly how: string | undefined
  readonly names: readonly (string | Expression)[]
  /** Of the structure that holds both. */
  readonly path: Path
  readonly howField: string
  readonly namesField: string
}

/** The three lists of names that a cache policy's parameters or an origin request policy have. */
export function policyLists(
  parameters:
    | NonNullable<CachePolicyConfig['ParametersInCacheKeyAndForwardedToOrigin']>
    | OriginRequestPolicyConfig,
  path: Path,
): PolicyList[] {
  if (isExpression(parameters)) return []
  const [headers, cookies, query] = [
    known(parameters.HeadersConfig),
    known(parameters.CookiesConfig),
    known(parameters.QueryStringsConfig),
  ]
  return [
    {
      noun: 'headers',
      how: known(headers?.HeaderBehavior),
      names: headers?.Headers ?? [],
      path: [...path, 'HeadersConfig'],
      howField: 'HeaderBehavior',
      namesField: 'Headers',
    },
    {
      noun: 'cookies',
      how: known(cookies?.CookieBehavior),
      names: cookies?.Cookies ?? [],
      path: [...path, 'CookiesConfig'],
      howField: 'CookieBehavior',
      namesField: 'Cookies',
    },
    {
      noun: 'query strings',
      how: known(query?.QueryStringBehavior),
      names: query?.QueryStrings ?? [],
      path: [...path, 'QueryStringsConfig'],
      howField: 'QueryStringBehavior',
      namesField: 'QueryStrings',
    },
  ]
}

/** What each way to select by names comes to where nobody is named. */
const namingNone = (how: string, noun: PolicyList['noun']): string | undefined => {
  if (how === 'whitelist') return 'none'
  if (how === 'allExcept') return noun === 'headers' ? 'allViewer' : 'all'
  return how === 'allViewerAndWhitelistCloudFront' ? 'allViewer' : undefined
}

/** A list that selects by names and has none, and the setting that means the same. */
export function* emptyLists(
  lists: readonly PolicyList[],
): Generator<PolicyList & { readonly instead: string }> {
  for (const list of lists) {
    const instead = list.names.length > 0 ? undefined : namingNone(list.how ?? '', list.noun)
    if (instead !== undefined) yield { ...list, instead }
  }
}
