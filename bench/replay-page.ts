/**
 * A replay in the page, in Chromium, with the frames that the page draws meanwhile: `node bench/run.js replay-page [REQUESTS]`.
 * Needs a build (`npm run build`).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'

const requests = Number(process.argv[3] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
const log = join(folder, 'bench.log')
const out = createWriteStream(log)
for (const bytes of syntheticLog({ seed: 1, objects: 4000, hours: 1, requests }))
  if (!out.write(bytes)) await once(out, 'drain')
out.end()
await once(out, 'close')
const design = join(folder, 'site.frontage.json')
writeFileSync(design, JSON.stringify(syntheticDesign))

const server = spawn(process.execPath, ['bin/frontage.js', 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(120_000) })
const url = /http:\S+/.exec(String(line))?.[0] ?? ''
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(url)
await page.getByRole('button', { name: 'Open', exact: true }).click()
await page.getByLabel('File to open').setInputFiles(design)
await page.getByRole('tab', { name: 'Replay' }).click()
await page.getByLabel('Log files').setInputFiles(log)
await page.getByRole('checkbox', { name: 'Learn lifetimes from the log' }).uncheck()

interface Frames {
  readonly seconds: number
  readonly frames: number
  readonly longest: number
}
/** Counts frames until the replay has ended, or for a while without one. */
const watch = (isIdle: boolean): Promise<Frames> =>
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
const idle = await watch(true)
await page.getByRole('button', { name: 'Replay', exact: true }).click()
const busy = await watch(false)
const outcome = await page.getByTestId('replay-outcome').textContent()

await page.getByRole('button', { name: 'Replay', exact: true }).click()
await page.waitForTimeout(300)
const cancelled = await page.evaluate(async () => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')
  if (!button) return Number.NaN
  const start = performance.now()
  button.click()
  while (!document.body.textContent?.includes('Cancelled.')) await new Promise((next) => setTimeout(next, 1))
  return performance.now() - start
})
await browser.close()
server.kill('SIGTERM')
await once(server, 'exit')
rmSync(folder, { recursive: true, force: true })

const perSecond = ({ frames, seconds }: Frames) => (frames / seconds).toFixed(0)
console.log(
  `Load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.\n`,
)
console.log('| in Chromium | |\n| --- | --- |')
console.log(`| reading and replay, as the page says | ${outcome} |`)
console.log(`| lines/s | ${Math.round(requests / busy.seconds).toLocaleString('en-US')} |`)
console.log(`| frames/s while it works, and idle | ${perSecond(busy)}, ${perSecond(idle)} |`)
console.log(
  `| longest frame while it works, and idle | ${busy.longest.toFixed(0)} ms, ${idle.longest.toFixed(0)} ms |`,
)
console.log(`| from “Cancel” to “Cancelled” | ${cancelled.toFixed(0)} ms |`)
