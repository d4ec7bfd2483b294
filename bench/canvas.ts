/**
 * The canvas in Chromium, beside a bare React Flow page in the same run, as a Markdown table:
 * `npm run build && node bench/run.js canvas`. Both canvases are equally large and have plain or our nodes at the same
 * places, of the same sizes, with the same lines and the same part in sight; the two pages take turns, and the load of the
 * machine stands beside the figures. All are milliseconds of processor time of the page's main thread, whatever else the
 * machine does, but for the rows that say that a person waits. In each opening of either page are some 20 ms that nobody
 * has whose browser is not driven: for the first Error that React makes V8's inspector has all code before it read again.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium, missingChromium } from '#bin/browsers.js'
import { clockOf, median, p95 } from './canvas/clock.ts'
import { linesOf, serve, template } from './canvas/designs.ts'
import { framesOf, gestures } from './canvas/gestures.ts'
import { keystrokes } from './canvas/keys.ts'

const root = process.cwd()
/** How often each page is opened, and handled in between. */
const rounds = Number(process.env['ROUNDS'] ?? 5)

/** A new tab of the size of another one, which notes when all nodes of the drawing are painted. */
async function tabLike(like: Page, count: number): Promise<Page> {
  const page = await like.context().newPage()
  await page.setViewportSize(like.viewportSize() ?? { width: 1440, height: 900 })
  await page.addInitScript((wanted) => {
    const drawn = new Promise<number>((done) => {
      const look = () => {
        // The frame in which they came is painted when the next one begins.
        if (document.querySelectorAll('.react-flow__node').length >= wanted)
          requestAnimationFrame(() => done(performance.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    Object.assign(window, { drawn })
  }, count)
  return page
}

/** When a new tab was drawn, in milliseconds from its beginning. */
const drawnAt = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn)

interface Waits {
  /** The first paint of anything. */
  readonly painted: number
  /** All nodes of the drawing. */
  readonly drawn: number
}

/** Milliseconds that a person waits for a new tab, on a processor of a fourth of the speed. */
async function waitsFor(like: Page, url: string, count: number): Promise<Waits> {
  const page = await tabLike(like, count)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url)
  const drawn = await drawnAt(page)
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') done(startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return { painted, drawn }
}

interface Opening {
  /** Processor time from the beginning of the navigation until every node is drawn. */
  readonly drawn: number
  /** The same with what comes after it: the sides, what is near, the rules. */
  readonly settled: number
}

async function timeToOpen(like: Page, url: string, count: number): Promise<Opening> {
  const page = await tabLike(like, count)
  const clock = await clockOf(page)
  const before = await clock()
  await page.goto(url)
  await drawnAt(page)
  const drawn = (await clock()) - before
  await page.waitForTimeout(1500)
  const settled = (await clock()) - before
  await page.close()
  return { drawn, settled }
}

/** Where the nodes of the drawing are, and what of it is in sight. */
async function drawingOf(page: Page) {
  const boxes = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      const style = getComputedStyle(node)
      const { e, f } = new DOMMatrix(style.transform)
      return { x: e, y: f, width: Number.parseFloat(style.width), height: Number.parseFloat(style.height) }
    }),
  )
  const view = await page.locator('.react-flow__viewport').evaluate((viewport) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(viewport).transform)
    return { x: e, y: f, zoom: a }
  })
  return { boxes, view }
}

interface Both {
  readonly mine: number[]
  readonly theirs: number[]
}
const both = (): Both => ({ mine: [], theirs: [] })

/** The design opened in our page, and the peer with the same drawing in a window of the same size. */
async function openBoth(
  context: BrowserContext,
  ours: string,
  bare: string,
  behaviors: number,
  origins: number,
) {
  const page = await context.newPage()
  await page.goto(ours)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByLabel('File to open').setInputFiles({
    name: 'design.json',
    mimeType: 'text/plain',
    buffer: Buffer.from(template(behaviors, origins)),
  })
  await page.locator('.react-flow__node').first().waitFor()
  await page.waitForTimeout(2500)
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  const peer = await context.newPage()
  await peer.setViewportSize({ width: Math.round(pane.width), height: Math.round(pane.height) })
  await peer.goto(bare)
  const { boxes, view } = await drawingOf(page)
  const isRow = (index: number) => index > 1 && index < 2 + behaviors
  const drawing = {
    boxes: boxes.map((box, index) => (isRow(index) ? { ...box, parent: 1 } : box)),
    lines: linesOf(behaviors, origins),
    view,
  }
  await peer.evaluate((text) => localStorage.setItem('drawing', text), JSON.stringify(drawing))
  return { page, peer }
}

/** Opening and gestures of both pages in turn: what else the machine does meets both. */
async function takeTurns(page: Page, peer: Page, behaviors: number, count: number) {
  const [opened, settled, painted, drawn] = [both(), both(), both(), both()]
  const frames = new Map(gestures.map((gesture) => [gesture, both()]))
  const pages = [
    // The address as it is now: later ones hold what a drag selected, and would open its settings too.
    { who: 'mine', one: page, url: page.url(), clock: await clockOf(page) },
    { who: 'theirs', one: peer, url: peer.url(), clock: await clockOf(peer) },
  ] as const
  for (let round = 0; round < rounds; round += 1)
    for (const { who, one, url, clock } of pages) {
      await one.bringToFront()
      const opening = await timeToOpen(one, url, count)
      opened[who].push(opening.drawn)
      settled[who].push(opening.settled)
      const waits = await waitsFor(one, url, count)
      painted[who].push(waits.painted)
      drawn[who].push(waits.drawn)
      await one.bringToFront()
      for (const gesture of gestures) {
        // Opened anew: a drag may have moved the view, and selects what it moved, whose settings take a part of the canvas.
        await one.goto('about:blank')
        await one.goto(url)
        await one.waitForTimeout(1500)
        frames.get(gesture)?.[who].push(...(await framesOf(gesture, one, clock, behaviors)))
        // Where it was before the drag: the page keeps what was moved.
        if (who === 'mine' && gesture !== 'pan') await one.keyboard.press('Control+z')
        await one.waitForTimeout(500)
      }
    }
  return { opened, settled, painted, drawn, frames }
}

async function measure(
  browser: Browser,
  ours: string,
  bare: string,
  behaviors: number,
  origins: number,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const { page, peer } = await openBoth(context, ours, bare, behaviors, origins)
  const { opened, settled, painted, drawn, frames } = await takeTurns(
    page,
    peer,
    behaviors,
    behaviors + origins + 2,
  )
  const row = (what: string, one: number, other?: number) =>
    process.stdout.write(
      `| ${behaviors} behaviors, ${origins} origins: ${what} | ${one.toFixed(1)} | ${other === undefined ? '' : other.toFixed(1)} | ${other === undefined ? '' : `${(one / other).toFixed(2)}×`} |\n`,
    )
  for (const gesture of gestures) {
    const { mine, theirs } = frames.get(gesture) ?? both()
    row(`frame of a ${gesture}, median`, median(mine), median(theirs))
    row(`frame of a ${gesture}, p95`, p95(mine), p95(theirs))
  }
  row('opening, median', median(opened.mine), median(opened.theirs))
  row('opening and the second after it, median', median(settled.mine), median(settled.theirs))
  row('first paint at a fourth of the speed, wait, median', median(painted.mine), median(painted.theirs))
  row('all nodes at a fourth of the speed, wait, median', median(drawn.mine), median(drawn.theirs))
  await peer.close()
  await page.bringToFront()
  await page.reload()
  await page.waitForTimeout(1500)
  const { work, wall } = await keystrokes(browser, page)
  for (const until of ['canvas', 'problems'] as const) {
    row(`key press to ${until}, median`, median(work[until]))
    row(`key press to ${until}, p95`, p95(work[until]))
    row(`key press to ${until}, what a person waits, median`, median(wall[until]))
  }
  await context.close()
}

if (!existsSync(join(root, 'dist/page/index.html'))) throw new Error('Build the page first: npm run build.')
const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
await build({
  configFile: false,
  root: join(root, 'bench/bare-flow'),
  logLevel: 'error',
  base: './',
  build: { outDir: folder, emptyOutDir: true },
})
const [ours, bare] = [await serve(join(root, 'dist/page')), await serve(folder)]
const executablePath = findChromium()
if (executablePath === undefined) throw new Error(missingChromium)
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const busy = () =>
    loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')
  process.stdout.write(`${cpus().length} cores, load ${busy()}\n`)
  process.stdout.write('| | Frontage | bare React Flow | ratio |\n| --- | --- | --- | --- |\n')
  // One of the sizes alone: BEHAVIORS=75.
  for (const [behaviors, origins] of [
    [75, 25],
    [250, 100],
  ] as const)
    if (['', String(behaviors)].includes(process.env['BEHAVIORS'] ?? ''))
      await measure(browser, ours.url, bare.url, behaviors, origins)
  process.stdout.write(`load ${busy()}\n`)
} finally {
  await browser.close()
  ours.server.close()
  bare.server.close()
  rmSync(folder, { recursive: true, force: true })
}
