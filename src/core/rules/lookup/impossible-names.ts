/** Names of headers, cookies and query parameters that no request can have. */
import { known } from '#core/model/field.ts'
import type { Finding } from '#core/rules/harness/rule.ts'
import type { PolicyList } from './policy-names.ts'

/** RFC 9110 for headers, RFC 6265 for cookies; a query parameter is what stands between its marks. */
const possible: Readonly<Record<PolicyList['noun'], RegExp>> = {
  headers: /^[!#$%&'+.^_`|~0-9A-Za-z-]+$/,
  cookies: /^[!#$%&'*+.^_`|~0-9A-Za-z[\]-]+$/,
  'query strings': /^[^\s&=#*]+$/,
}

const remedies: Readonly<Record<PolicyList['noun'], string>> = {
  headers: 'name each header',
  cookies: 'name each cookie, or forward “all”',
  'query strings': 'name each parameter, or forward “all”',
}

export function* impossibleNames(id: string, lists: readonly PolicyList[]): Generator<Finding> {
  for (const { noun, names, path, namesField, how } of lists) {
    if (how === undefined || how === 'none' || how === 'all') continue
    for (const [index, item] of names.entries()) {
      const name = known(item)
      // The star of headers in a cache policy has a rule of its own.
      if (name === undefined || possible[noun].test(name)) continue
      if (
        noun === 'headers' &&
        name.includes('*') &&
        path.includes('ParametersInCacheKeyAndForwardedToOrigin')
      )
        continue
      yield {
        path: [...path, namesField, index],
        message: `“${name}” among the ${noun} of “${id}” is not a name that a request has, so it matches nothing or is refused; ${remedies[noun]}.`,
      }
    }
  }
}
