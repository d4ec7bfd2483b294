/** A whole review as data, and in the shape of the command's contract. */
import type { Change, Kind, Severity } from './change.ts'
import type { FindingsChange } from './findings.ts'
import type { Probe } from './probes.ts'
import type { SiteReview } from './site-review.ts'

/** A finding of the rules, as `check` prints it. */
export interface ToldFinding {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly path: string
}

/** One figure of a replay on both designs. */
export interface Figure {
  readonly what: string
  readonly before: number | null
  readonly after: number | null
}

export interface SiteReport {
  /** The names of the distribution in both sources. */
  readonly before: string
  readonly after: string
  readonly review: SiteReview
  readonly probes: readonly Probe[]
  readonly findings: FindingsChange<ToldFinding>
  /** What a log's requests come to; null where there was none. */
  readonly log: { readonly requests: number; readonly figures: readonly Figure[] } | null
}

export interface Report {
  /** How the two sources were named. */
  readonly sources: { readonly before: string; readonly after: string }
  readonly sites: readonly SiteReport[]
  /** Distributions that only one of the sources has. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
  /** By URL as it was asked for: which site, and which class there. */
  readonly urls: Readonly<Record<string, { readonly site: number; readonly class: number | null }>>
}

const goneChange = (id: string): Change => ({
  what: 'access',
  before: id,
  after: 'none',
  severity: 'danger',
  text: `The distribution “${id}” is not in the new source: whoever deletes it takes away every name that it answers to.`,
  setting: '',
  kinds: ['outage'],
  shownBy: [],
})
const addedChange = (id: string): Change => ({
  what: 'access',
  before: 'none',
  after: id,
  severity: 'note',
  text: `The distribution “${id}” is new.`,
  setting: '',
  kinds: [],
  shownBy: [],
})

/** What holds for no single distribution. */
export const wholeChanges = ({ gone, added }: Report): readonly Change[] => [
  ...gone.map(goneChange),
  ...added.map(addedChange),
]

/** Every change that the review tells. */
export const allChanges = (report: Report): Change[] => [
  ...wholeChanges(report),
  ...report.sites.flatMap(({ review }) => [
    ...review.distribution,
    ...review.routing.flatMap(({ changes }) => changes),
  ]),
]

const toldChange = ({ what, before, after, severity, text, setting, kinds, diff }: Change) => ({
  what,
  before,
  after,
  severity,
  text,
  setting,
  kinds,
  ...(diff !== undefined && { diff }),
})

/** `of` names the distribution where there are several. */
const labelled = (report: Report, { after }: SiteReport) => (report.sites.length > 1 ? { of: after } : {})

const toldProbe = ({ request, answers, signed, before, after, differs }: Probe, at: number | null) => ({
  request,
  ...(signed && { signed }),
  ...(answers && { answers }),
  before: before.cold,
  after: after.cold,
  warm: { before: before.warm, after: after.warm },
  differs,
  class: at,
})

/** The review in the contract's words (section 6). */
export function toJson(report: Report) {
  const offsets = report.sites.map((_, at) =>
    report.sites.slice(0, at).reduce((sum, { review }) => sum + review.routing.length, 0),
  )
  const shifted = (site: number, at: number | null) => (at === null ? null : at + (offsets[site] ?? 0))
  const { sites, sources, urls } = report
  return {
    sources,
    routing: sites.flatMap((site) =>
      site.review.routing.map(({ changes, ...rest }) => ({
        ...labelled(report, site),
        ...rest,
        changes: changes.map(toldChange),
      })),
    ),
    distribution: [
      ...wholeChanges(report).map(toldChange),
      ...sites.flatMap((site) =>
        site.review.distribution.map((change) => ({ ...labelled(report, site), ...toldChange(change) })),
      ),
    ],
    findings: {
      new: sites.flatMap(({ findings }) => findings.new),
      gone: sites.flatMap(({ findings }) => findings.gone),
      unchanged: sites.reduce((sum, { findings }) => sum + findings.unchanged, 0),
    },
    probes: sites.flatMap(({ probes }, site) =>
      probes.map((probe) => toldProbe(probe, shifted(site, probe.class))),
    ),
    urls: Object.fromEntries(
      Object.entries(urls).map(([url, { site, class: at }]) => [url, shifted(site, at)]),
    ),
    ...(sites.some(({ log }) => log !== null) && {
      log: sites.flatMap((site) => (site.log ? [{ ...labelled(report, site), ...site.log }] : [])),
    }),
  }
}

const graver: Readonly<Record<Severity, readonly Severity[]>> = {
  danger: ['danger'],
  change: ['danger', 'change'],
  note: ['danger', 'change', 'note'],
}

/** What `--fail-on` can name besides the kinds of change: a severity and what is graver, new errors, any change. */
export const failWords = ['danger', 'change', 'note', 'errors', 'any'] as const
export type FailOn = Kind | (typeof failWords)[number]

/** Whether the review holds something that a person wants to be stopped by. */
export function failsOn(report: Report, wanted: readonly FailOn[]): boolean {
  const changes = allChanges(report)
  const isMet = (word: FailOn): boolean => {
    if (word === 'errors')
      return report.sites.some(({ findings }) => findings.new.some(({ severity }) => severity === 'error'))
    if (word === 'any')
      return changes.length > 0 || report.sites.some(({ review }) => review.routing.length > 0)
    if (word === 'danger' || word === 'change' || word === 'note')
      return changes.some(({ severity }) => graver[word].includes(severity))
    return changes.some(({ kinds }) => kinds.includes(word))
  }
  return wanted.some(isMet)
}
