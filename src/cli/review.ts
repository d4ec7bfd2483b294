import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { kinds } from '#core/review/change.ts'
import { compareFindings } from '#core/review/findings.ts'
import { pairUp } from '#core/review/pairs.ts'
import { reviewHtml } from '#core/review/print/html.ts'
import { reviewMarkdown } from '#core/review/print/markdown.ts'
import { reviewText } from '#core/review/print/text.ts'
import { type Probe, probeUrl, prove } from '#core/review/probes.ts'
import { type FailOn, failsOn, failWords, type Report, type SiteReport, toJson } from '#core/review/report.ts'
import { sideOf } from '#core/review/side.ts'
import { siteFor } from '#core/review/site-for.ts'
import { reviewSite } from '#core/review/site-review.ts'
import { type Diagnostic, findingsIn } from './diagnostics.ts'
import { projectOf } from './project-file.ts'
import { openSide, type SideOptions } from './review-source.ts'
import { createSandbox } from './sandbox.ts'
import { chosenDistributions, failureLines, type OpenedSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'

export interface ReviewOptions extends SideOptions {
  readonly url: readonly string[]
  readonly log: readonly string[]
  readonly format: 'text' | 'json' | 'markdown' | 'html'
  /** Reasons to end with status 1, as they were written. */
  readonly failOn: readonly string[]
  readonly distribution?: string
}

/** One distribution of a source. */
interface Site {
  readonly document: DesignDocument
  readonly id: LogicalId
  readonly source: OpenedSource
}

export const failOnWords: readonly string[] = [...Object.keys(kinds), ...failWords]

function failOnOf(texts: readonly string[]): Result<FailOn[], string> {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim())
  const wrong = words.find((word) => !failOnWords.includes(word))
  return wrong === undefined
    ? ok(words as FailOn[]) // each was just found among them
    : failed(`--fail-on ${wrong}: choose among ${failOnWords.join(', ')}.`)
}

/** The parameters that a source has: the other side may have others. */
async function parametersFor(text: string, options: ReviewOptions): Promise<ReviewOptions['parameters']> {
  if (Object.keys(options.parameters).length === 0 || text === '-') return options.parameters
  const opened = await openSide(text, { ...options, parameters: {} })
  const names = opened.ok ? opened.value.flatMap(({ parameters = [] }) => parameters) : []
  return Object.fromEntries(Object.entries(options.parameters).filter(([name]) => names.includes(name)))
}

/** A value for nothing is a slip of the pen. */
async function unusedParameter(
  texts: readonly string[],
  options: ReviewOptions,
): Promise<string | undefined> {
  const used = new Set<string>()
  for (const text of texts) for (const name of Object.keys(await parametersFor(text, options))) used.add(name)
  return Object.keys(options.parameters).find((name) => !used.has(name))
}

async function sitesOf(text: string, options: ReviewOptions): Promise<Result<Site[], string[]>> {
  const opened = await openSide(text, { ...options, parameters: await parametersFor(text, options) })
  if (!opened.ok) return failed(failureLines(opened.error))
  const sites: Site[] = []
  const misses: string[] = []
  for (const source of opened.value) {
    const { document } = source
    const chosen = chosenDistributions(document, options.distribution)
    if (chosen.ok) sites.push(...chosen.value.map((id) => ({ document, id, source })))
    else misses.push(`${source.file}: ${chosen.error}`)
  }
  if (sites.length > 0) return ok(sites)
  return failed(misses.length > 0 ? misses : [`${text}: There is no distribution in this source.`])
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
  const asked: Record<string, { site: number; class: number | null }> = {}
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

const printers: Readonly<Record<ReviewOptions['format'], (report: Report) => string>> = {
  text: reviewText,
  json: (report) => JSON.stringify(toJson(report), null, 2),
  markdown: reviewMarkdown,
  html: reviewHtml,
}

async function reportOf(
  [old, now]: readonly [string, string],
  olds: readonly Site[],
  news: readonly Site[],
  logs: readonly LogSource[],
  urls: readonly string[],
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

/** `frontage review`: what changes between two states of a design, for whom, and by which setting. */
export async function review(old: string, now: string, options: ReviewOptions): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
    return exitStatus.unreadable
  }
  const failOn = failOnOf(options.failOn)
  if (!failOn.ok) return refuse([failOn.error])
  if ([old, now, ...options.log].filter((name) => name === '-').length > 1)
    return refuse([
      'Standard input is one thing: the old design, the new one or the log. Give the others as files.',
    ])
  const unused = await unusedParameter([old, now], options)
  if (unused !== undefined) return refuse([`--param ${unused}: neither source has a parameter of that name.`])
  const olds = await sitesOf(old, options)
  if (!olds.ok) return refuse(olds.error)
  const news = await sitesOf(now, options)
  if (!news.ok) return refuse(news.error)
  const { logSources } = await import('./log-files.ts')
  const logs = options.log.length === 0 ? ok([]) : await logSources(options.log)
  if (!logs.ok) return refuse(logs.error)
  if (logs.value.some(({ isRepeatable }) => !isRepeatable))
    return refuse(['The log is read twice, which standard input cannot be; give a file.'])
  const report = await reportOf([old, now], olds.value, news.value, logs.value, options.url)
  if (!report.ok) return refuse([report.error])
  await print(printers[options.format](report.value))
  return failsOn(report.value, failOn.value) ? exitStatus.wrong : exitStatus.ok
}
