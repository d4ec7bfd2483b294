/**
 * A difference as a case that `frontage test` reads: the request, the origin's part and what really came of it. No bodies
 * and no secrets: fields that carry some are left out.
 */
import { bare } from '#core/ground/names.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { HeaderFields, Scenario } from '#core/model/scenario.ts'

import type { Difference } from './compare.ts'
import { originRuleOf } from './learn.ts'
import type { Verified } from './verify.ts'

const secret =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|.*(token|secret|session|signature|password|credential).*)$/i

const withoutSecrets = (headers: HeaderFields = {}): HeaderFields =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.test(name)))

/** The values of a query string may be anybody's: signatures and tokens lose theirs. */
function plainUrl(url: string): string {
  const at = url.indexOf('?')
  if (at < 0) return url
  const query = url
    .slice(at + 1)
    .split('&')
    .map((part) =>
      secret.test(part.split('=')[0] ?? '') || /^(Policy|Key-Pair-Id|Expires)=/.test(part)
        ? `${part.split('=')[0]}=…`
        : part,
    )
  return `${url.slice(0, at)}?${query.join('&')}`
}

/** Only the fields that differ are expected, as they really were. */
function expectation(differences: readonly Difference[]): JsonObject {
  const headers: Record<string, string | null> = bare()
  const expected: Record<string, string | number | null | Record<string, string | null>> = bare()
  for (const { field, actual } of differences) {
    const name = /^header (.+)$/.exec(field)?.[1]
    if (name === undefined) expected[field] = actual
    else if (!secret.test(name)) headers[name] = actual === null ? null : String(actual)
  }
  return { ...expected, ...(Object.keys(headers).length > 0 && { headers }) } as JsonObject
}

export interface CaseFile extends Scenario {
  readonly source: string
}

/** `source` leads from the case file to the design. */
export function caseFileOf(
  verified: readonly Verified[],
  source: string,
  distribution: string,
): { readonly scenarios: readonly CaseFile[] } {
  const different = verified.filter(({ differences }) => differences.length > 0)
  return {
    scenarios: different.map(({ request, shows, expected, actual, differences }, index) => {
      const rule = originRuleOf({ ...actual, headers: actual.headers.filter(([name]) => !secret.test(name)) })
      const path = URL.canParse(request.url) ? request.url.replace(/^https?:\/\/[^/]+/, '') : request.url
      return {
        name: `${index + 1}: ${shows} (${differences.map(({ field }) => field).join(', ')})`,
        source,
        distribution,
        origins: Object.fromEntries(expected.originRequests.map(({ origin }) => [origin, [rule]])),
        steps: [
          {
            request: {
              method: request.method ?? 'GET',
              url: plainUrl(path),
              headers: withoutSecrets(request.headers),
            },
            expect: expectation(differences),
          },
        ],
      }
    }),
  }
}
