/** What two opened states of a design come to: the work of `review`, for the command, editors and assistants. */
import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { compareFindings } from '#core/review/findings.ts'
import { pairUp } from '#core/review/pairs.ts'
import { type Probe, probeUrl, prove } from '#core/review/probes.ts'
import type { Report, SiteReport } from '#core/review/report.ts'
import { sideOf } from '#core/review/side.ts'
import { siteFor } from '#core/review/site-for.ts'
import { reviewSite } from '#core/review/site-review.ts'
import { type Diagnostic, findingsIn } from './diagnostics.ts'
import { projectOf } from './project-file.ts'
import { createSandbox } from './sandbox.ts'
import { chosenDistributions, type OpenedSource } from './source.ts'

/** One distribution of a source. */
export interface Site {
  readonly document: DesignDocument
  readonly id: LogicalId
  readonly source: OpenedSource
}

/** The distributions of some sources: all, or the one that was asked for. */
export function sitesIn(sources: readonly OpenedSource[], wanted?: string): Result<Site[], string[]> {
  const sites: Site[] = []
  const misses: string[] = []
  for (const source of sources) {
    const { document } = source
    const chosen = chosenDistributions(document, wanted)
    if (chosen.ok) sites.push(...chosen.value.map((id) => ({ document, id, source })))
    else misses.push(`${source.file}: ${chosen.error}`)
  }
  if (sites.length > 0) return ok(sites)
  const nothing = [...sources.map(({ file }) => file), 'There is no distribution in this source.'].join(': ')
  return failed(misses.length > 0 ? misses : [nothing])
}

/** What the rules find in a distribution, with what a project decided about them. */
async function diagnosticsOf({ source, id }: Site): Promise<readonly Diagnostic[]> {
  const project = await projectOf(source.from?.[0] ?? source.file)
  const [found] = findingsIn(source, [id], project.ok ? project.value : { rules: {} })
  return (found?.found ?? []).map(({ diagnostic }) => diagnostic)
}

async function siteReport(
  before: Site,
  after: Site,
  logs: readonly LogSource[],
  runner: ReturnType<typeof createSandbox>,
): Promise<SiteReport> {
  const review = reviewSite(sideOf(before.document, before.id), sideOf(after.document, after.id))
  const replayed = async () => {
    const { replayOnBoth } = await import('./review-log.ts')
    return replayOnBoth(review.before, review.after, logs, runner)
  }
  return {
    before: before.id,
    after: after.id,
    review,
    probes: await prove(review, runner),
    findings: compareFindings(await diagnosticsOf(before), await diagnosticsOf(after)),
    log: logs.length === 0 ? null : await replayed(),
  }
}

/** Adds what a person asks of single URLs; a sentence where one is none. */
async function withUrls(
  sites: readonly SiteReport[],
  urls: readonly string[],
  runner: ReturnType<typeof createSandbox>,
): Promise<Result<Pick<Report, 'sites' | 'urls'>, string>> {
  const asked: Record<string, { site: number; class: number | null }> = bare()
  const probes = sites.map((site): Probe[] => [...site.probes])
  for (const url of urls) {
    const place = siteFor(sites, url)
    if (!place.ok) return place
    const { site, class: at } = place.value
    const found = sites[site]
    asked[url] = { site, class: at }
    const probe = found ? await probeUrl(found.review, url, at, runner) : 'There is nothing to compare.'
    if (typeof probe === 'string') return failed(probe)
    probes[site]?.push(probe)
  }
  return ok({ urls: asked, sites: sites.map((site, at) => ({ ...site, probes: probes[at] ?? [] })) })
}

/** The review of every distribution that both sides have, under the names by which their sources are told. */
export async function reportOn(
  [old, now]: readonly [string, string],
  [olds, news]: readonly [readonly Site[], readonly Site[]],
  { logs = [], urls = [] }: { readonly logs?: readonly LogSource[]; readonly urls?: readonly string[] } = {},
): Promise<Result<Report, string>> {
  const { pairs, gone, added } = pairUp(olds, news)
  const runner = createSandbox()
  try {
    const sites: SiteReport[] = []
    for (const [before, after] of pairs) sites.push(await siteReport(before, after, logs, runner))
    const asked = await withUrls(sites, urls, runner)
    if (!asked.ok) return asked
    return ok({
      sources: { before: old, after: now },
      gone: gone.map(({ id }) => id),
      added: added.map(({ id }) => id),
      ...asked.value,
    })
  } finally {
    runner.dispose()
  }
}
