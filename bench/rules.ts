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
import { applyEdit, setAt } from '#core/model/edit.ts'
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

/** Milliseconds of a recheck after an edit, the median; the first check of all comes before. */
function recheck(
  behaviors: number,
  editOf: (round: number) => readonly (string | number)[],
  value: (round: number) => unknown,
) {
  let document = design(behaviors)
  const start = performance.now()
  findProblems(rules, { document })
  const first = performance.now() - start
  const times = Array.from({ length: 31 }, (_, round) => {
    document = applyEdit(document, setAt(['resources', 'Site', 'config', ...editOf(round)], value(round)))
    const begun = performance.now()
    findProblems(rules, { document })
    return performance.now() - begun
  })
  return { first, median: median(times) }
}

const rows: string[][] = []
for (const count of [10, 50, 250]) {
  const comment = recheck(
    count,
    () => ['Comment'],
    (round) => `Round ${round}`,
  )
  const ttl = recheck(
    count,
    (round) => ['Origins', round % 4, 'ConnectionTimeout'],
    (round) => 1 + (round % 9),
  )
  const pattern = recheck(
    count,
    (round) => ['CacheBehaviors', round % count, 'PathPattern'],
    (round) => `/edited/${round}/*`,
  )
  rows.push([
    `recheck of ${count} behaviors, ${rules.length} rules: comment, origin, pattern edited`,
    `${comment.median.toFixed(1)}, ${ttl.median.toFixed(1)}, ${pattern.median.toFixed(1)} ms`,
    `first check ${comment.first.toFixed(0)} ms`,
  ])
}

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
    const read = readSource(template)
    if (!read.ok) throw new Error('The template of 50 behaviors cannot be read.')
    findProblems(rules, { document: read.value.document })
    return performance.now() - begun
  })
  rows.push(['reading and checking a template of 50 behaviors', `${median(ours).toFixed(0)} ms`, ''])
  if (linter !== undefined) {
    const begun = performance.now()
    try {
      execFileSync(linter, [file], { stdio: 'ignore' })
    } catch {
      // It exits with the kinds of what it found; only the time counts here.
    }
    rows.push([
      'cfn-lint on the same template, with its start',
      `${(performance.now() - begun).toFixed(0)} ms`,
      '',
    ])
  } else rows.push(['cfn-lint on the same template', 'not present', ''])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

console.log('| what | result | |\n| --- | --- | --- |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
