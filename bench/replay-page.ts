/**
 * A replay in the page, in Chromium, by one worker and by one for each core, with the frames that the page draws meanwhile:
 * `node bench/run.js replay-page [REQUESTS…]`. Needs a build (`npm run build`).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'

const counts = process.argv.slice(3).map(Number)
const sizes = counts.length > 0 ? counts : [1_000_000]
const workerCounts = availableParallelism() > 1 ? [1, availableParallelism()] : [1]
const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
const design = join(folder, 'site.frontage.json')
writeFileSync(design, JSON.stringify(syntheticDesign))

async function write(requests: number): Promise<string> {
  const file = join(folder, `${requests}.log`)
  const out = createWriteStream(file)
  for (const bytes of syntheticLog({ seed: 1, objects: 4000, hours: 1, requests }))
    if (!out.write(bytes)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
  return file
}

const server = spawn(process.execPath, ['bin/frontage.js', 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(120_000) })
const url = /http:\S+/.exec(String(line))?.[0] ?? ''

interface Frames {
  readonly seconds: number
  readonly frames: number
  readonly longest: number
}
/** Counts frames until the replay has ended, or for a while without one. */
const watch = (page: Page, isIdle: boolean): Promise<Frames> =>
  page.evaluate(
    (idle) =>
      new Promise<Frames>((done) => {
        const start = performance.now()
        let last = start
        let frames = 0
        let longest = 0
        const frame = () => {
          const now = performance.now()
          longest = Math.max(longest, now - last)
          last = now
          frames += 1
          const ended = idle ? now - start > 3000 : document.querySelector('[data-testid="replay-outcome"]')
          if (ended) done({ seconds: (now - start) / 1000, frames, longest })
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    isIdle,
  )

/** Milliseconds from the click on “Cancel” until the page says so. */
const cancelTime = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Cancel',
    )
    if (!button) return Number.NaN
    const start = performance.now()
    button.click()
    while (!document.body.textContent?.includes('Cancelled.'))
      await new Promise((next) => setTimeout(next, 1))
    return performance.now() - start
  })

/** The most memory that the page's process, with all its workers, had; in megabytes, where the system tells. */
async function peakOf(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo.flatMap(({ type, id }) => {
    const status = `/proc/${id}/status`
    if (type !== 'renderer' || !existsSync(status)) return []
    return [Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024]
  })
  return peaks.length === 0 ? '' : Math.max(...peaks).toFixed(0)
}

const perSecond = ({ frames, seconds }: Frames) => (frames / seconds).toFixed(0)

async function measure(log: string, requests: number, workers: number): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // The page's workers are to believe in so many cores.
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch()
    const cores = `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${workers + 1} });`
    await route.fulfill({ response, body: `${cores}${await response.text()}` })
  })
  await page.goto(url)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByLabel('File to open').setInputFiles(design)
  await page.getByRole('tab', { name: 'Replay' }).click()
  await page.getByLabel('Log files').setInputFiles(log)
  await page.getByRole('checkbox', { name: 'Learn lifetimes from the log' }).uncheck()
  const idle = await watch(page, true)
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  const busy = await watch(page, false)
  const peak = await peakOf(browser)
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  await page.waitForTimeout(300)
  const running = page.workers().length
  const cancelled = await cancelTime(page)
  await browser.close()
  console.log(
    `| ${requests.toLocaleString('en-US')} | ${running} | ${busy.seconds.toFixed(2)} | ${Math.round(requests / busy.seconds).toLocaleString('en-US')} | ${peak} | ${perSecond(busy)}, ${perSecond(idle)} | ${busy.longest.toFixed(0)} ms, ${idle.longest.toFixed(0)} ms | ${cancelled.toFixed(0)} ms |`,
  )
  return busy.seconds
}

console.log(
  '| lines | workers | seconds | lines/s | peak memory of the page, MB | frames/s while it works, idle | longest frame while it works, idle | from “Cancel” to “Cancelled” |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
)
const seconds = new Map<number, number[]>()
for (const requests of sizes) {
  const log = await write(requests)
  for (const workers of workerCounts)
    seconds.set(workers, [...(seconds.get(workers) ?? []), await measure(log, requests, workers)])
  rmSync(log)
}
server.kill('SIGTERM')
await once(server, 'exit')
rmSync(folder, { recursive: true, force: true })

const first = sizes[0] ?? 1
for (const [workers, taken] of seconds)
  sizes.slice(1).forEach((requests, index) => {
    const slope = (taken[index + 1] ?? 0) / (taken[0] ?? 1) / (requests / first)
    console.log(
      `\n${workers === 1 ? 'One worker' : `${workers} workers`}, from ${first.toLocaleString('en-US')} to ${requests.toLocaleString('en-US')} lines: slope ${slope.toFixed(2)}.`,
    )
  })
console.log(
  `\nLoad of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.`,
)
