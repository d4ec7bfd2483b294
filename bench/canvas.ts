/**
 * The canvas in Chromium, beside a bare React Flow page with as many plain nodes in the same run, as a Markdown table:
 * `npm run build && node bench/run.js canvas`. Both canvases are equally large and show the same part of the design, and the
 * two pages take turns; the load of the machine stands beside the figures. Times are milliseconds; frames are the 95th percentile.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
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

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN
const p95 = (values: readonly number[]) => percentile(values, 0.95)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Frame times while something is done with the pointer. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let isRunning = true
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      if (isRunning) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, {
      stopFrames: () => {
        isRunning = false
        return frames.slice(2)
      },
    })
  })
  await act()
  return page.evaluate(() => (window as unknown as { stopFrames: () => number[] }).stopFrames())
}

/** A round of the pointer that ends where it began, so that each one begins with the same view. */
async function stroke(page: Page, from: { x: number; y: number }): Promise<void> {
  const steps = 60
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps
    await page.mouse.move(from.x + 45 * Math.sin(turn), from.y - 45 * Math.cos(turn) + 45)
  }
  await page.mouse.up()
}

/** From the beginning of the navigation until every node is drawn. */
async function timeToOpen(page: Page, count: number, go: () => Promise<unknown>): Promise<number> {
  await go()
  return page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelectorAll('.react-flow__node').length >= wanted)
            requestAnimationFrame(() => done(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
    count,
  )
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

/** Frames of one pan and of one drag, at the same places of both pages. */
async function pointer(page: Page): Promise<{ pan: number[]; drag: number[] }> {
  await page.bringToFront()
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('The page has no canvas.')
  // Below the viewers, where no node and no edge is.
  const pan = await framesDuring(page, () => stroke(page, { x: pane.x + 100, y: pane.y + 330 }))
  // The distribution: as many edges as there are behaviors are drawn anew with it.
  const node = await page.locator('.react-flow__node').nth(1).boundingBox()
  if (!node) throw new Error('The distribution is not in view.')
  const drag = await framesDuring(page, () =>
    stroke(page, { x: node.x + node.width / 2, y: node.y + node.height - 6 }),
  )
  return { pan, drag }
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

async function measure(
  browser: Browser,
  ours: string,
  bare: string,
  behaviors: number,
  origins: number,
): Promise<void> {
  const count = behaviors + origins + 2
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
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
  const times: Record<'opened' | 'pan' | 'drag', { mine: number[]; theirs: number[] }> = {
    opened: { mine: [], theirs: [] },
    pan: { mine: [], theirs: [] },
    drag: { mine: [], theirs: [] },
  }
  // In turn: what else the machine does meets both.
  for (let round = 0; round < 4; round += 1)
    for (const [who, one] of [
      ['mine', page],
      ['theirs', peer],
    ] as const) {
      await one.bringToFront()
      times.opened[who].push(await timeToOpen(one, count, () => one.reload()))
      await one.waitForTimeout(1500)
      const frames = await pointer(one)
      times.pan[who].push(...frames.pan)
      times.drag[who].push(...frames.drag)
      await one.waitForTimeout(700)
    }
  await peer.close()
  await page.bringToFront()
  await page.reload()
  await page.waitForTimeout(1500)
  const keys = await keystrokes(page)
  await context.close()
  const row = (what: string, one: number, other?: number) =>
    `| ${behaviors} behaviors, ${origins} origins: ${what} | ${one.toFixed(1)} | ${other === undefined ? '' : other.toFixed(1)} | ${other === undefined ? '' : `${(one / other).toFixed(2)}×`} |`
  process.stdout.write(
    `${[
      row('frame while panning', p95(times.pan.mine), p95(times.pan.theirs)),
      row('frame while dragging', p95(times.drag.mine), p95(times.drag.theirs)),
      row('mean frame while panning', mean(times.pan.mine), mean(times.pan.theirs)),
      row('mean frame while dragging', mean(times.drag.mine), mean(times.drag.theirs)),
      row('time to open', Math.min(...times.opened.mine), Math.min(...times.opened.theirs)),
      row('key press to canvas', keys.canvas),
      row('key press to problems', keys.problems),
    ].join('\n')}\n`,
  )
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
  await measure(browser, ours.url, bare.url, 75, 25)
  await measure(browser, ours.url, bare.url, 250, 100)
  process.stdout.write(`load ${busy()}\n`)
} finally {
  await browser.close()
  ours.server.close()
  bare.server.close()
  rmSync(folder, { recursive: true, force: true })
}
