/** How long a suite of saved scenarios takes after an edit, as a Markdown table: `node bench/run.js scenarios`. */

import { readFileSync } from 'node:fs'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import type { Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { rememberingRunner } from '#core/trace/engine/remembering-runner.ts'
import { presetRequest, requestPresets } from '#core/trace/requests/request-presets.ts'
import { originPresets } from '#core/trace/scenario/origin-scripts.ts'
import { runSuite } from '#core/trace/scenario/suite.ts'
import { createRunner } from '#sandbox/runner.ts'

const edits = 60
const frame = 1000 / 60

const paths = [
  '/',
  '/index.html',
  '/api/users',
  '/assets/app.js',
  '/about',
  '/img/logo.png',
  '/wp-admin/',
  '/x?utm=1',
]

/** 50 scenarios with 4 requests each, of every preset and several paths, with waits and invalidations between. */
function suite(): Scenario[] {
  return Array.from({ length: 50 }, (_, number) => {
    const preset = requestPresets[number % requestPresets.length]
    const path = paths[number % paths.length] ?? '/'
    const request = preset ? presetRequest(preset, path) : { url: path }
    const send: ScenarioStep = { request, expect: { headers: { via: { $match: 'CloudFront' } } } }
    return {
      name: `scenario ${number}`,
      steps: [send, { advance: 30 }, send, { advance: 90_000 }, send, { invalidate: ['/*'] }, send],
    }
  })
}

function designOf(file: string): DesignDocument {
  const read = readSource(readFileSync(`public/examples/${file}`, 'utf8'))
  if (!read.ok) throw new Error(read.error[0]?.message)
  const { document } = read.value
  const site = Object.values(document.resources).find(({ type }) => type === 'Distribution')
  const origins = site?.type === 'Distribution' ? (site.config.Origins ?? []) : []
  const rules = originPresets.find(({ id }) => id === 'spa')?.rules ?? []
  const scripts = origins.flatMap((origin) =>
    'Id' in origin && typeof origin.Id === 'string' ? [[origin.Id, rules] as const] : [],
  )
  return { ...document, originScripts: Object.fromEntries(scripts) }
}

const siteOf = (document: DesignDocument) =>
  Object.keys(document.resources).find((id) => document.resources[id]?.type === 'Distribution') ?? ''
const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
const ms = (value: number) => `${value.toFixed(1)} ms`

async function measure(file: string): Promise<string> {
  let document = designOf(file)
  const scenarios = suite()
  const runner = rememberingRunner(createRunner())
  const [times, work, slices]: [number[], number[], number[]] = [[], [], []]
  for (let edit = 0; edit < edits; edit += 1) {
    document = applyEdit(
      document,
      setAt(['resources', siteOf(document), 'config', 'Comment'], `edit ${edit}`),
    )
    const start = performance.now()
    const busy = process.cpuUsage()
    let sliceStart = start
    const results = await runSuite(document, scenarios, {
      runner,
      rest: () => {
        const now = performance.now()
        if (now - sliceStart < frame / 2) return undefined
        slices.push(now - sliceStart)
        return new Promise((resolve) =>
          setImmediate(() => {
            sliceStart = performance.now()
            resolve()
          }),
        )
      },
    })
    times.push(performance.now() - start)
    work.push(process.cpuUsage(busy).user / 1000)
    if (results?.length !== scenarios.length) throw new Error('The suite did not run.')
    const failed = results.filter(({ passed }) => !passed)
    if (failed.length > 0)
      throw new Error(`${failed[0]?.name}: ${failed[0]?.steps.flatMap(({ failures }) => failures)[0]}`)
  }
  runner.dispose()
  const steady = times.slice(5)
  const longest = slices.slice(Math.floor(slices.length / 10))
  return `| ${file} | ${ms(percentile(work.slice(5), 0.5))} | ${ms(percentile(steady, 0.5))} | ${ms(percentile(steady, 0.95))} | ${ms(percentile(longest, 0.95))} |`
}

const rows: string[] = []
for (const file of ['static-site.yaml', 'spa-with-api.yaml', 'wordpress.yaml', 'failover.yaml'])
  rows.push(await measure(file))
console.log(
  [
    `200 requests (50 scenarios) after each of ${edits} edits, Node ${process.version}`,
    '',
    '| design | processor time, median | median | 95th percentile | slice without a pause, 95th |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n'),
)
