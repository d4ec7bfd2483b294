/**
 * How long the rules take, as a Markdown table: `node bench/run.js rules`. The row beside cfn-lint needs the tests'
 * Python environment (.venv) and says so where it is missing.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { coverageOf } from '#core/http/pattern-coverage.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit, insertAt, moveItem, removeAt, setAt } from '#core/model/edit.ts'
import { CheckMemory } from '#core/rules/harness/memory.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { seededRandom } from '#core/trace/message/request-id.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { pythonProgramIfThere } from '#fixtures/python.ts'

const random = seededRandom(11)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T // the lists are not empty
const words = [
  'api',
  'img',
  'static',
  'media',
  'docs',
  'shop',
  'user',
  'cart',
  'assets',
  'fonts',
  'blog',
  'feed',
]
const endings = ['*', '*.css', '*.js', '*.png', '*.jpg', '*.json', 'index.html', 'v?/*']

function patternAt(index: number): string {
  if (index % 25 === 24) return `*.${pick(words)}${index}`
  return `/${pick(words)}/${pick(words)}${index}/${pick(endings)}`
}

function design(behaviors: number): DesignDocument {
  const origins = Math.min(100, Math.max(4, Math.floor(behaviors / 2.5)))
  const ids = Array.from({ length: origins }, (_, index) => `origin-${index}`)
  return distribution({
    Origins: ids.map((id) => customOrigin(id)),
    CacheBehaviors: Array.from({ length: behaviors }, (_, index) =>
      behavior(patternAt(index), ids[index % origins] ?? ''),
    ),
    DefaultCacheBehavior: defaultBehavior(ids[0] ?? ''),
  })
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** Milliseconds of processor time, user and system. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const config = ['resources', 'Site', 'config']
const at = (round: number, field: string) => [...config, 'CacheBehaviors', round * 7, field]
const edits: Readonly<Record<string, (round: number) => Edit>> = {
  comment: (round) => setAt([...config, 'Comment'], `Round ${round}`),
  origin: (round) => setAt([...config, 'Origins', round % 4, 'ConnectionTimeout'], 1 + (round % 9)),
  pattern: (round) => setAt(at(round, 'PathPattern'), `/edited/${round}/*`),
  TTL: (round) => setAt(at(round, 'MinTTL'), round),
  policy: (round) => setAt(at(round, 'CachePolicyId'), round % 2 === 0 ? 'a' : 'b'),
  reorder: (round) => moveItem([...config, 'CacheBehaviors'], round, 200, 'Move'),
  addition: (round) =>
    insertAt([...config, 'CacheBehaviors'], round, behavior(`/new/${round}/*`, 'origin-1'), 'Add'),
  removal: (round) => removeAt([...config, 'CacheBehaviors', round]),
}

/** The median of a recheck after each of 31 edits; the first check of all comes before, and a few that warm up. */
function recheck(start: DesignDocument, editOf: (round: number) => Edit) {
  let document = start
  const memory = new CheckMemory()
  const first = timeOf(() => findProblems(rules, { document }, memory))
  const times = Array.from({ length: 31 }, (_, round) => {
    document = applyEdit(document, editOf(round))
    return timeOf(() => findProblems(rules, { document }, memory))
  })
  return { first, median: median(times.slice(5)) }
}

const rows: string[][] = []
// Code that has not run often is slow, and compiling it counts: the first edits of a session.
const cold = recheck(design(250), edits['comment'] ?? (() => setAt([...config, 'Comment'], 'Edited')))
const large = Object.entries(edits).map(([name, editOf]) => [name, recheck(design(250), editOf)] as const)
rows.push([
  `recheck of 250 behaviors and 100 origins, ${rules.length} rules, after one edit, processor time: ${large.map(([name]) => name).join(', ')}`,
  `${large.map(([, { median: time }]) => time.toFixed(1)).join(', ')} ms`,
  `the first 31 edits of a start ${cold.median.toFixed(1)} ms, its first check ${cold.first.toFixed(0)} ms`,
])

/** Distributions of 20 behaviors and 5 origins each. */
function sites(count: number): DesignDocument {
  const made = Array.from({ length: count }, (_, index) => [`Site${index}`, design(20).resources['Site']])
  return { ...design(1), resources: Object.fromEntries(made) }
}
const many = recheck(sites(100), (round) =>
  setAt(['resources', `Site${round}`, 'config', 'Comment'], 'Edited'),
)
const pattern = recheck(sites(100), (round) =>
  setAt(['resources', `Site${round}`, 'config', 'CacheBehaviors', 1, 'PathPattern'], `/edited/${round}/*`),
)
rows.push([
  'recheck of 100 distributions of 20 behaviors after one edit, processor time: comment, pattern',
  `${many.median.toFixed(1)}, ${pattern.median.toFixed(1)} ms`,
  `the whole again ${timeOf(() => findProblems(rules, { document: sites(100) })).toFixed(0)} ms`,
])

const megabyte = writeFormat('cloudformation-json', sites(120)).text
const read = readSource(megabyte)
if (read.ok)
  rows.push([
    `first check of a template of ${(megabyte.length / 2 ** 20).toFixed(2)} MB, once read, processor time`,
    `${timeOf(() => findProblems(rules, { document: read.value.document })).toFixed(0)} ms`,
    '',
  ])
rows.push([
  'first check of 10,000 behaviors, processor time',
  `${timeOf(() => findProblems(rules, { document: design(10_000) })).toFixed(0)} ms`,
  '',
])

const long = (index: number) =>
  `/${pick(words)}/${index}/${Array.from({ length: 60 }, () => pick(words)).join('-')}`.slice(0, 250) +
  pick(['*', '?.js', '*.x'])
for (const count of [75, 250]) {
  const times = Array.from({ length: 5 }, () => {
    const patterns = Array.from({ length: count }, (_, index) => long(index))
    const begun = performance.now()
    for (const [index, pattern] of patterns.entries()) coverageOf(patterns.slice(0, index), pattern)
    return performance.now() - begun
  })
  rows.push([`coverage of ${count} patterns of about 255 characters`, `${median(times).toFixed(0)} ms`, ''])
}

const linter = pythonProgramIfThere('cfn-lint')
const template = writeFormat('cloudformation-json', design(50)).text
const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
try {
  const file = join(folder, 'template.json')
  writeFileSync(file, template)
  const ours = Array.from({ length: 9 }, () => {
    const begun = performance.now()
    const opened = readSource(template)
    if (!opened.ok) throw new Error('The template of 50 behaviors cannot be read.')
    findProblems(rules, { document: opened.value.document })
    return performance.now() - begun
  })
  rows.push(['reading and checking a template of 50 behaviors', `${median(ours).toFixed(0)} ms`, ''])
  if (linter !== undefined) {
    const run = (...given: string[]) => {
      const begun = performance.now()
      try {
        execFileSync(linter, given, { stdio: 'ignore' })
      } catch {
        // It exits with the kinds of what it found; only the time counts here.
      }
      return performance.now() - begun
    }
    const [start, whole] = [run('--version'), run(file)]
    rows.push([
      'cfn-lint on the same template, with its start; its start alone',
      `${whole.toFixed(0)}, ${start.toFixed(0)} ms`,
      '',
    ])
  } else rows.push(['cfn-lint on the same template', 'not present', ''])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

console.log('| what | result | |\n| --- | --- | --- |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
