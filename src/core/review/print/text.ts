/** A review for a terminal. */
import type { Change } from '#core/review/change.ts'
import { type Report, type SiteReport, wholeChanges } from '#core/review/report.ts'
import { figureText } from './figures.ts'
import { groupsOf, moveOf, severityWords } from './groups.ts'
import { proofOf } from './proof.ts'

const mostClasses = 5

const changeLines = (change: Change): string[] => [
  `  ${severityWords[change.severity].toUpperCase()} ${change.what}: ${change.text}`,
  `    ${change.setting}`,
  ...(change.diff === undefined
    ? []
    : change.diff
        .split('\n')
        .slice(2)
        .map((line) => `    ${line}`)),
]

function groupLines(site: SiteReport): string[] {
  return groupsOf(site.review).flatMap(({ classes, changes }) => {
    const shown = classes.slice(0, mostClasses)
    const rest = classes.length - shown.length
    const proof = proofOf(site, classes)
    return [
      ...shown.map(
        (one) =>
          `${one.paths[0]?.toUpperCase()}${one.paths.slice(1)}, such as ${one.witness}\n  ${moveOf(one)}`,
      ),
      ...(rest > 0 ? [`and ${rest} more like these`] : []),
      ...(changes.length === 0 ? ['  served in the same way as before'] : changes.flatMap(changeLines)),
      ...(proof === undefined ? [] : [`  Traced: ${proof}`]),
      '',
    ]
  })
}

function siteLines(site: SiteReport, isOne: boolean): string[] {
  const { review, findings, log } = site
  const nothing = review.routing.length === 0 && review.distribution.length === 0
  return [
    ...(isOne ? [] : [`== ${site.before === site.after ? site.after : `${site.before} → ${site.after}`}`]),
    ...(nothing ? ['No request is served in another way.', ''] : []),
    ...(review.distribution.length > 0
      ? ['For every path', ...review.distribution.flatMap(changeLines), '']
      : []),
    ...groupLines(site),
    ...(findings.new.length > 0
      ? [
          'New findings',
          ...findings.new.map(({ severity, message, rule }) => `  ${severity}: ${message} [${rule}]`),
          '',
        ]
      : []),
    ...(findings.gone.length > 0
      ? [
          'Findings that are gone',
          ...findings.gone.map(({ severity, message, rule }) => `  ${severity}: ${message} [${rule}]`),
          '',
        ]
      : []),
    ...(log
      ? [`The log's ${log.requests} requests`, ...log.figures.map((figure) => `  ${figureText(figure)}`), '']
      : []),
  ]
}

function urlLines({ urls, sites }: Report): string[] {
  const entries = Object.entries(urls)
  if (entries.length === 0) return []
  return [
    'URLs',
    ...entries.map(([url, { site, class: at }]) => {
      const found = at === null ? undefined : sites[site]?.review.routing[at]
      return `  ${url}: ${found ? `changes (${found.paths})` : 'nothing changes here but what holds for every path'}`
    }),
    '',
  ]
}

/** The whole review, the most dangerous first. */
export function reviewText(report: Report): string {
  const isOne = report.sites.length === 1
  return [
    `${report.sources.before} → ${report.sources.after}`,
    '',
    ...wholeChanges(report).flatMap(changeLines),
    ...report.sites.flatMap((site) => siteLines(site, isOne)),
    ...urlLines(report),
  ].join('\n')
}
