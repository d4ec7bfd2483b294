/** A review as one file that opens anywhere: no script, nothing fetched. */
import { byGravity, type Change } from '#core/review/change.ts'
import { type Report, type SiteReport, wholeChanges } from '#core/review/report.ts'
import { figureParts } from './figures.ts'
import { type Group, groupsOf, moveOf, severityWords } from './groups.ts'
import { style } from './html-style.ts'
import { picture } from './picture.ts'
import { proofText } from './proof.ts'
import { element, text } from './xml.ts'

const changeItem = ({ severity, what, text: words, setting, before, after, diff }: Change): string =>
  element('li', { class: severity }, [
    element('b', {}, [text(`${severityWords[severity]}, ${what}. `)]),
    text(words),
    ...(setting === '' ? [] : [text(' '), element('code', {}, [text(setting)])]),
    element('dl', {}, [
      element('dt', {}, [text('before')]),
      element('dd', {}, [text(before)]),
      element('dt', {}, [text('after')]),
      element('dd', {}, [text(after)]),
    ]),
    ...(diff === undefined ? [] : [element('pre', {}, [text(diff.split('\n').slice(2).join('\n'))])]),
  ])

const changeList = (changes: readonly Change[]) =>
  element('ul', { class: 'changes' }, changes.map(changeItem))

function probeTable(site: SiteReport, group: Group): string[] {
  const places = group.classes.map((one) => site.review.routing.indexOf(one))
  const own = site.probes.filter((probe) => probe.class !== null && places.includes(probe.class))
  // Requests that differ in what has no words here read the same: each is told once.
  const rows = new Map(
    own.map((probe) => {
      const { request, before, after } = proofText(probe)
      return [JSON.stringify([request, before, after]), { cells: [request, before, after], probe }]
    }),
  )
  if (own.length === 0) return []
  const cell = (words: string) => element('td', {}, [text(words)])
  return [
    element('table', {}, [
      element(
        'tr',
        {},
        ['traced', 'before', 'after'].map((head) => element('th', {}, [text(head)])),
      ),
      ...[...rows.values()]
        .slice(0, 12)
        .map(({ cells, probe }) => element('tr', { class: probe.differs ? 'differs' : '' }, cells.map(cell))),
    ]),
  ]
}

const capital = (words: string) => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`

const groupBlock = (site: SiteReport, group: Group): string =>
  element('section', { class: group.severity }, [
    element('h3', {}, [text(capital(group.classes[0]?.paths ?? ''))]),
    ...group.classes.map((one) =>
      element('p', {}, [
        element('code', {}, [text(one.witness)]),
        text(` ${moveOf(one)}`),
        ...(one === group.classes[0] ? [] : [text(` (${one.paths})`)]),
      ]),
    ),
    group.changes.length === 0
      ? element('p', {}, [text('Served in the same way as before.')])
      : changeList(group.changes),
    ...probeTable(site, group),
  ])

function findingBlock(title: string, found: SiteReport['findings']['new']): string[] {
  if (found.length === 0) return []
  return [
    element('h3', {}, [text(title)]),
    element(
      'ul',
      {},
      found.map(({ severity, message, rule }) =>
        element('li', { class: severity }, [
          text(`${severity}: ${message} `),
          element('code', {}, [text(rule)]),
        ]),
      ),
    ),
  ]
}

function logBlock({ log }: SiteReport): string[] {
  if (!log) return []
  return [
    element('h3', {}, [text(`${log.requests} requests of the log, replayed on both`)]),
    element('table', {}, [
      element(
        'tr',
        {},
        ['', 'before', 'after'].map((head) => element('th', {}, [text(head)])),
      ),
      ...log.figures.map((figure) =>
        element(
          'tr',
          {},
          figureParts(figure).map((words) => element('td', {}, [text(words)])),
        ),
      ),
    ]),
  ]
}

function siteBlock(site: SiteReport): string {
  const { review, findings } = site
  const wide = byGravity(review.distribution)
  const isQuiet = wide.length === 0 && review.routing.length === 0
  return element('article', {}, [
    element('h2', {}, [text(site.before === site.after ? site.after : `${site.before} → ${site.after}`)]),
    picture(review),
    ...(isQuiet ? [element('p', {}, [text('No request is served in another way.')])] : []),
    ...(wide.length > 0
      ? [element('section', {}, [element('h3', {}, [text('Every path')]), changeList(wide)])]
      : []),
    ...groupsOf(review).map((group) => groupBlock(site, group)),
    ...logBlock(site),
    ...findingBlock('New findings', findings.new),
    ...findingBlock('Findings that are gone', findings.gone),
  ])
}

/** The whole page. */
export function reviewHtml(report: Report): string {
  const { before, after } = report.sources
  const whole = wholeChanges(report)
  return `<!doctype html>\n${element('html', { lang: 'en' }, [
    element('head', {}, [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      element('title', {}, [text(`Review: ${before} → ${after}`)]),
      element('style', {}, [style]),
    ]),
    element('body', {}, [
      element('h1', {}, [text('What this change does')]),
      element('p', {}, [
        element('code', {}, [text(before)]),
        text(' → '),
        element('code', {}, [text(after)]),
      ]),
      ...(whole.length > 0 ? [changeList(whole)] : []),
      ...report.sites.map(siteBlock),
    ]),
  ])}\n`
}
