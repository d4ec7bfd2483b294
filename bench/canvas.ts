/**
 * The canvas in Chromium, beside a bare React Flow page with as many plain nodes in the same run, as a Markdown table:
 * `npm run build && node bench/run.js canvas`. Both canvases are equally large and show the same part of the design, and the
 * two pages take turns; the load of the machine stands beside the figures. Frames and opening are milliseconds of processor
 * time of the page's main thread, whatever else the machine does; frames are the 95th percentile, key presses wall time.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium, missingChromium } from '#bin/browsers.js'

const root = process.cwd()
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

/** Serves a folder on a free loopback port. */
function serve(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address with one.
      done({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
    })
  })
}

const managed = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const template = (behaviors: number, origins: number): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: Array.from({ length: origins }, (_, index) => ({
              Id: `origin-${index}`,
              DomainName: `origin-${index}.example.com`,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            })),
            DefaultCacheBehavior: {
              TargetOriginId: 'origin-0',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: managed,
            },
            CacheBehaviors: Array.from({ length: behaviors - 1 }, (_, index) => ({
              PathPattern: `/part-${index}/*`,
              TargetOriginId: `origin-${index % origins}`,
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: managed,
            })),
          },
        },
      },
    },
  })

/** How often each page is opened and handled. */
const rounds = Number(process.env['ROUNDS'] ?? 3)

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN
const p95 = (values: readonly number[]) => percentile(values, 0.95)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Milliseconds of processor time that the page's main thread has taken so far. */
type Clock = () => Promise<number>

async function clockOf(page: Page): Promise<Clock> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

const frame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/**
 * Processor time of each frame of a round of the pointer, which ends where it began, so that each one begins with the
 * same view.
 */
async function stroke(page: Page, clock: Clock, from: { x: number; y: number }): Promise<number[]> {
  const steps = 60
  const frames: number[] = []
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps
    const before = await clock()
    await page.mouse.move(from.x + 45 * Math.sin(turn), from.y - 45 * Math.cos(turn) + 45)
    await frame(page)
    frames.push((await clock()) - before)
  }
  await page.mouse.up()
  // The first of them begin the drag.
  return frames.slice(3)
}

/** Processor time of a new tab from the beginning of the navigation until every node is drawn. */
async function timeToOpen(context: BrowserContext, like: Page, count: number): Promise<number> {
  const page = await context.newPage()
  await page.setViewportSize(like.viewportSize() ?? { width: 1440, height: 900 })
  const clock = await clockOf(page)
  const before = await clock()
  await page.goto(like.url())
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        const look = () => {
          if (document.querySelectorAll('.react-flow__node').length >= wanted)
            requestAnimationFrame(() => done())
          else requestAnimationFrame(look)
        }
        look()
      }),
    count,
  )
  const taken = (await clock()) - before
  await page.close()
  return taken
}

/** How the canvas lies on the screen, and how the design lies on the canvas. */
interface View {
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  readonly zoom: number
}

async function viewOf(page: Page): Promise<View> {
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  const [zoom = 1, , , , x = 0, y = 0] = await page.locator('.react-flow__viewport').evaluate((viewport) => {
    const { a, b, c, d, e, f } = new DOMMatrix(getComputedStyle(viewport).transform)
    return [a, b, c, d, e, f]
  })
  return { width: pane.width, height: pane.height, x, y, zoom }
}

type Gesture = 'pan' | 'drag of an origin' | 'drag of the distribution'

/** Frames of one pan, and of a drag of an origin and of the distribution, at the same places of both pages. */
async function pointer(page: Page, clock: Clock, behaviors: number): Promise<Record<Gesture, number[]>> {
  await page.bringToFront()
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  // Before the frame, below the viewers, where no node and no edge is.
  const pan = await stroke(page, clock, { x: pane.x + 16, y: pane.y + 330 })
  const grip = async (index: number) => {
    const node = await page.locator('.react-flow__node').nth(index).boundingBox()
    if (!node) throw new Error('What is dragged is not in view.')
    return { x: node.x + node.width / 2, y: node.y + Math.min(node.height - 6, 14) }
  }
  const origin = await stroke(page, clock, await grip(2 + behaviors))
  const site = await stroke(page, clock, await grip(1))
  return { pan, 'drag of an origin': origin, 'drag of the distribution': site }
}

/** From a key press until the canvas shows it, and until the problems are those of the new design. */
async function keystrokes(page: Page): Promise<{ canvas: number; problems: number }> {
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('Origin origin-1')
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Domain name', { exact: true })
  await field.focus()
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    const times: { canvas: number[]; problems: number[] } = { canvas: [], problems: [] }
    let pressed = 0
    let isDrawn = true
    addEventListener(
      'keydown',
      () => {
        pressed = performance.now()
        isDrawn = false
      },
      true,
    )
    new MutationObserver(() => {
      if (isDrawn) return
      isDrawn = true
      const since = pressed
      requestAnimationFrame(() => times.canvas.push(performance.now() - since))
    }).observe(document.querySelector('.react-flow__nodes') ?? document.body, {
      subtree: true,
      characterData: true,
      childList: true,
    })
    new PerformanceObserver((list) => {
      const last = list.getEntriesByName('frontage: problems').at(-1)
      if (last) times.problems.push(last.startTime - pressed)
    }).observe({ entryTypes: ['mark'] })
    Object.assign(window, { times })
  })
  for (let key = 0; key < 60; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace')
    await page.waitForTimeout(250)
  }
  const times = await page.evaluate(
    () => (window as unknown as { times: { canvas: number[]; problems: number[] } }).times,
  )
  return { canvas: p95(times.canvas), problems: p95(times.problems) }
}

const gestures: readonly Gesture[] = ['pan', 'drag of an origin', 'drag of the distribution']
interface Both {
  readonly mine: number[]
  readonly theirs: number[]
}
const both = (): Both => ({ mine: [], theirs: [] })

/** The design opened in our page, and the peer with the same part of as many nodes in a window of the same size. */
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
  const view = await viewOf(page)
  const peer = await context.newPage()
  await peer.setViewportSize({ width: Math.round(view.width), height: Math.round(view.height) })
  const place = new URLSearchParams({ x: String(view.x), y: String(view.y), zoom: String(view.zoom) })
  await peer.goto(`${bare}?behaviors=${behaviors}&origins=${origins}&${place}`)
  return { page, peer }
}

/** Opening and gestures of both pages in turn: what else the machine does meets both. */
async function takeTurns(page: Page, peer: Page, behaviors: number, count: number) {
  const opened = both()
  const frames = new Map(gestures.map((gesture) => [gesture, both()]))
  const pages = [
    { who: 'mine', one: page, clock: await clockOf(page) },
    { who: 'theirs', one: peer, clock: await clockOf(peer) },
  ] as const
  for (let round = 0; round < rounds; round += 1)
    for (const { who, one, clock } of pages) {
      await one.bringToFront()
      opened[who].push(await timeToOpen(one.context(), one, count))
      await one.bringToFront()
      await one.reload()
      await one.waitForTimeout(1500)
      const taken = await pointer(one, clock, behaviors)
      for (const gesture of gestures) frames.get(gesture)?.[who].push(...taken[gesture])
      // Where it was before the drags: the page keeps what was moved.
      if (who === 'mine') for (let undo = 0; undo < 2; undo += 1) await one.keyboard.press('Control+z')
      await one.waitForTimeout(700)
    }
  return { opened, frames }
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
  const { opened, frames } = await takeTurns(page, peer, behaviors, behaviors + origins + 2)
  const row = (what: string, one: number, other?: number) =>
    `| ${behaviors} behaviors, ${origins} origins: ${what} | ${one.toFixed(1)} | ${other === undefined ? '' : other.toFixed(1)} | ${other === undefined ? '' : `${(one / other).toFixed(2)}×`} |\n`
  for (const gesture of gestures) {
    const { mine, theirs } = frames.get(gesture) ?? both()
    process.stdout.write(row(`frame of a ${gesture}`, p95(mine), p95(theirs)))
    process.stdout.write(row(`mean frame of a ${gesture}`, mean(mine), mean(theirs)))
  }
  process.stdout.write(row('opening', Math.min(...opened.mine), Math.min(...opened.theirs)))
  await peer.close()
  await page.bringToFront()
  await page.reload()
  await page.waitForTimeout(1500)
  const keys = await keystrokes(page)
  process.stdout.write(row('key press to canvas', keys.canvas) + row('key press to problems', keys.problems))
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
