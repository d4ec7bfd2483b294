/** Which of the reviewed distributions answers a URL, and to which class its path belongs. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import { distributionDomainName } from '#core/trace/compile/compile.ts'
import { answersTo } from '#core/trace/engine/host.ts'
import type { SiteReport } from './report.ts'
import type { Side } from './side.ts'

const namesOf = ({ compiled }: Side) => [
  ...compiled.aliases,
  ...(compiled.tenants ?? []).flatMap(({ domains }) => domains),
]

/** A URL without a host, or with one that nobody answers to, is taken for the first distribution. */
export function siteFor(
  sites: readonly SiteReport[],
  url: string,
): Result<{ readonly site: number; readonly class: number | null }, string> {
  const parsed = parseRequestUrl(url, distributionDomainName)
  if (!parsed.ok) return failed(parsed.error)
  const { host, path } = parsed.value
  const found = sites.findIndex(({ review }) =>
    [review.before, review.after].some((side) => answersTo(namesOf(side), host) !== undefined),
  )
  const site = Math.max(0, found)
  return ok({ site, class: sites[site]?.review.classOf(path) ?? null })
}
