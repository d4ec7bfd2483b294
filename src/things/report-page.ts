/** A design as one HTML file to attach to a ticket: drawing, settings in words, problems, traces, cost. Printed, it is a PDF. */
import { type DesignDocument, stickiesOf } from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { counted } from './counted.ts'
import { pictureOf } from './picture.ts'
import { project } from './project.ts'
import { inFull, summaryOf } from './summary.ts'
import { thingAt } from './thing.ts'
import { cut, inWords } from './value-in-words.ts'

export interface ReportInput {
  readonly name: string
  readonly document: DesignDocument
  /** What a person wrote at a thing. */
  readonly noteAt: (path: Path) => string
  /** The day that it is of, as it is printed. */
  readonly date: string
  readonly problems: readonly { readonly severity: string; readonly message: string; readonly rule: string }[]
  /** Requests that were traced, each explained in words. */
  readonly traces: readonly { readonly request: string; readonly words: string }[]
  /** What the last replay of a log came to, in lines. */
  readonly replay: readonly string[]
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:1000px;margin:32px auto;padding:0 24px;color:#171b22}
h1{font-size:22px}h2{font-size:16px;margin-top:28px}svg{max-width:100%;height:auto}
table{border-collapse:collapse;width:100%}td:nth-child(-n+2){min-width:8em}td:nth-child(4){min-width:4em}td,th{padding:4px 8px;border:1px solid #b9c0cc;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.error{color:#b8222c}.warning{color:#8a5600}.muted{color:#5a6474}summary{cursor:pointer}
@media print{details{break-inside:avoid}body{margin:0}}`

const rowOf = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`

/** Policies, functions and what else distributions name, with what their forms show. */
function beside({ document, noteAt }: Pick<ReportInput, 'document' | 'noteAt'>): readonly string[] {
  return Object.keys(document.resources).flatMap((id) => {
    const path = ['resources', id, 'config']
    const thing = thingAt(document, path)
    if (!thing || thing.node !== undefined) return []
    const settings = thing.sections
      .flatMap(({ fields }) => fields)
      .flatMap((field) => {
        const words = cut(inWords(valueAt(document, [...path, ...field.path])), 0)
        return words === undefined ? [] : [`${field.label}: ${words}`]
      })
    return [rowOf([thing.kindLabel, thing.title, settings.join(' · '), noteAt(path)])]
  })
}

function things({ document, noteAt }: Pick<ReportInput, 'document' | 'noteAt'>): string {
  const rows = project(document)
    .nodes.filter(({ kind }) => kind !== 'viewer')
    .map((node) => {
      const summary = summaryOf(document, node)
      const kind = node.order === undefined ? node.kind : `${node.kind} ${node.order}`
      const target =
        node.kind === 'behavior' ? inWords(valueAt(document, [...node.path, 'TargetOriginId'])) : undefined
      const cells = [
        kind,
        summary.title,
        `${target === undefined ? '' : `→ ${target} · `}${inFull(summary)}`,
        noteAt(node.path),
      ]
      return rowOf(cells)
    })
  rows.push(...beside({ document, noteAt }))
  return `<table><thead><tr><th>Thing</th><th>Name</th><th>Settings</th><th>Note</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const listOf = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** What people wrote on the drawing beside its things. */
function written({ document }: Pick<ReportInput, 'document'>): readonly string[] {
  const words = stickiesOf(document).flatMap(([, { text }]) => (text.trim() === '' ? [] : [escaped(text)]))
  return words.length > 0 ? [`<h2>Notes on the drawing</h2>${listOf(words)}`] : []
}

/** The whole file; it needs nothing beside itself and runs nothing. */
export function reportPage(input: ReportInput): string {
  const { name, document, date, problems, traces, replay } = input
  const serious = problems.filter(({ severity }) => severity !== 'info')
  const notes = problems.length - serious.length
  const found = serious.map(
    ({ severity, message, rule }) =>
      `<span class="${severity}">${severity === 'error' ? 'Error' : 'Warning'}</span>: ${escaped(message)} <span class="muted">${escaped(rule)}</span>`,
  )
  const sections = [
    `<h2>Drawing</h2>${pictureOf(document, name).svg}`,
    ...written(input),
    `<h2>Settings</h2>${things(input)}`,
    `<h2>${serious.length === 0 ? 'No errors and no warnings' : counted(serious.length, 'problem')}</h2>${listOf(found)}${notes > 0 ? `<p class="muted">${counted(notes, 'note')} left out.</p>` : ''}`,
    ...(traces.length > 0
      ? [
          `<h2>${counted(traces.length, 'traced request')}</h2>${traces.map(({ request, words }) => `<details open><summary>${escaped(request)}</summary><p>${escaped(words)}</p></details>`).join('')}`,
        ]
      : []),
    ...(replay.length > 0 ? [`<h2>Replay of a log</h2>${listOf(replay.map(escaped))}`] : []),
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escaped(name)}</title><style>${style}</style></head><body><h1>${escaped(name)}</h1><p class="muted">${escaped(date)}, by Frontage</p>${sections.join('')}</body></html>\n`
}
