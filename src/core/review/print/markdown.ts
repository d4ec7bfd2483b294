/** A review as the comment of a pull request: the worst in sight, the rest folded, within what a comment may hold. */
import { byGravity, type Change, type Severity, severities } from '#core/review/change.ts'
import { allChanges, type Report, type SiteReport, wholeChanges } from '#core/review/report.ts'
import { figureParts } from './figures.ts'
import { type Group, groupsOf, moveOf, severityWords } from './groups.ts'
import { block, code, escaped, folded, table } from './markdown-text.ts'
import { mermaidOf } from './mermaid.ts'
import { proofOf } from './proof.ts'

/** Bytes; a comment of GitHub holds 65,536 characters, and a bot adds some of its own. */
const limit = 60_000

/** What is left out step by step where a review is long. */
interface Room {
  readonly tables: boolean
  readonly diffs: boolean
  readonly groups: number
  readonly classes: number
}
const rooms: readonly Room[] = [
  { tables: true, diffs: true, groups: 60, classes: 8 },
  { tables: true, diffs: false, groups: 60, classes: 5 },
  { tables: false, diffs: false, groups: 40, classes: 3 },
  { tables: false, diffs: false, groups: 12, classes: 2 },
  { tables: false, diffs: false, groups: 4, classes: 1 },
]

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function summary(report: Report): string {
  const changes = allChanges(report)
  const count = (severity: Severity) => changes.filter((change) => change.severity === severity).length
  const parts = severities.flatMap((severity) =>
    count(severity) > 0 ? [counted(count(severity), severityWords[severity].toLowerCase())] : [],
  )
  return parts.length === 0 ? 'No request is served in another way.' : `${parts.join(', ')}.`
}

const bullet = ({ severity, what, text, setting }: Change): string =>
  `- **${severityWords[severity]}, ${what}.** ${escaped(text)}${setting === '' ? '' : ` ${code(setting)}`}`

const diffsOf = (changes: readonly Change[], room: Room): string[] =>
  changes.flatMap(({ diff, text }) =>
    diff === undefined || !room.diffs
      ? []
      : folded(escaped(text), [block('diff', diff.split('\n').slice(2).join('\n'))]),
  )

const changeTable = (changes: readonly Change[], room: Room): string[] =>
  room.tables
    ? folded(
        'Before and after',
        table(
          ['what', 'before', 'after', 'setting'],
          changes.map(({ what, before, after, setting }) => [
            what,
            escaped(before),
            escaped(after),
            code(setting),
          ]),
        ),
      )
    : []

function groupTitle({ classes }: Group, room: Room): string[] {
  const [first, ...others] = classes
  if (!first) return []
  const shown = others.slice(0, room.classes - 1)
  const rest = others.length - shown.length
  return [
    `#### ${escaped(capital(first.paths))}`,
    '',
    `${code(first.witness)}: ${escaped(moveOf(first))}`,
    ...shown.map(
      (one) => `<br>also ${escaped(one.paths)}, such as ${code(one.witness)}: ${escaped(moveOf(one))}`,
    ),
    ...(rest > 0 ? [`<br>and ${counted(rest, 'more kind')} of paths`] : []),
    '',
  ]
}

function groupLines(site: SiteReport, group: Group, room: Room): string[] {
  const proof = proofOf(site, group.classes)
  if (group.changes.length === 0)
    return [...groupTitle(group, room), '- Served in the same way as before.', '']
  return [
    ...groupTitle(group, room),
    ...group.changes.map(bullet),
    ...(proof === undefined ? [] : ['', `Traced: ${escaped(proof)}`]),
    '',
    ...changeTable(group.changes, room),
    ...diffsOf(group.changes, room),
  ]
}

function findingLines({ findings }: SiteReport, room: Room): string[] {
  const order = ['error', 'warning', 'info']
  const lines = (found: SiteReport['findings']['new']) =>
    found
      .toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
      .slice(0, room.groups)
      .map(({ severity, message, rule }) => `- ${severity}: ${escaped(message)} ${code(rule)}`)
  const urgent = findings.new.filter(({ severity }) => severity === 'error')
  const others = findings.new.filter(({ severity }) => severity !== 'error')
  return [
    ...(urgent.length > 0 ? ['#### New errors', '', ...lines(urgent), ''] : []),
    ...folded(`${counted(others.length, 'new finding')} of the rules`, lines(others)),
    ...folded(`${counted(findings.gone.length, 'finding')} gone`, lines(findings.gone)),
  ]
}

const logLines = ({ log }: SiteReport): string[] =>
  log
    ? [
        `#### ${counted(log.requests, 'request')} of the log, replayed on both`,
        '',
        ...table(
          ['', 'before', 'after'],
          log.figures.map((figure) => figureParts(figure).map(escaped)),
        ),
        '',
      ]
    : []

function siteLines(site: SiteReport, room: Room, isOne: boolean): string[] {
  const groups = groupsOf(site.review)
  const [grave, quiet] = [
    groups.filter(({ severity, changes }) => severity !== 'note' && changes.length > 0),
    groups.filter(({ severity, changes }) => severity === 'note' || changes.length === 0),
  ]
  const shown = grave.slice(0, room.groups)
  const rest = grave.length - shown.length
  const wide = byGravity(site.review.distribution)
  const everywhere =
    wide.length > 0 ? ['#### Every path', '', ...wide.map(bullet), '', ...changeTable(wide, room)] : []
  // What holds for every path is told first, unless a danger of some paths would stand below it.
  const isFirst = wide[0]?.severity === 'danger' || shown[0]?.severity !== 'danger'
  return [
    ...(isOne
      ? []
      : [`### ${escaped(site.before === site.after ? site.after : `${site.before} → ${site.after}`)}`, '']),
    ...(isFirst ? everywhere : []),
    ...shown.flatMap((group) => groupLines(site, group, room)),
    ...(isFirst ? [] : everywhere),
    ...(rest > 0 ? [`…and ${counted(rest, 'group')} of paths more; \`--format html\` shows all.`, ''] : []),
    ...folded(
      `${counted(quiet.length, 'group')} of paths with notes only, or served in the same way as before`,
      quiet.slice(0, room.groups).flatMap((group) => groupLines(site, group, room)),
    ),
    ...logLines(site),
    ...findingLines(site, room),
    ...(room.tables ? folded('Picture', mermaidOf(site.review)) : []),
  ]
}

function urlLines({ urls, sites }: Report): string[] {
  const rows = Object.entries(urls).map(([url, { site, class: at }]) => {
    const found = at === null ? undefined : sites[site]?.review.routing[at]
    return [code(url), found ? escaped(found.paths) : 'nothing changes here but what holds for every path']
  })
  return rows.length === 0 ? [] : [...table(['URL', 'belongs to'], rows), '']
}

const render = (report: Report, room: Room): string =>
  [
    `### What this change does to CloudFront: ${summary(report)}`,
    '',
    `${code(report.sources.before)} → ${code(report.sources.after)}`,
    '',
    ...wholeChanges(report).map(bullet),
    ...(wholeChanges(report).length > 0 ? [''] : []),
    ...report.sites.flatMap((site) => siteLines(site, room, report.sites.length === 1)),
    ...urlLines(report),
  ].join('\n')

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** The comment; where a review is long, tables and code go first, then the least dangerous paths. */
export function reviewMarkdown(report: Report): string {
  for (const room of rooms) {
    const text = render(report, room)
    if (bytesOf(text) < limit) return text
  }
  const last = rooms.at(-1)
  const text = last ? render({ ...report, urls: {}, sites: report.sites.slice(0, 8) }, last) : ''
  if (bytesOf(text) < limit) return text
  return `${text.slice(0, limit / 4)}\n\n…cut off: the whole review does not fit into a comment; \`--format html\` shows it.\n`
}
