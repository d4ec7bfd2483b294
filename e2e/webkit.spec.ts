/**
 * What a person does, once in WebKit, the engine of Safari; this file is left out where there is none. First what failed
 * there once: a design that was left and come back to by address, and a system whose language is no tag of a language.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { findWebKit } from '#bin/browsers.js'
import { expect, test } from './designer.ts'
import { startWebKit, type WebKit } from './webkit.ts'

// One window for all of them, each of which goes on from the last.
test.describe.configure({ mode: 'serial' })

let webkit: WebKit
test.beforeAll(async () => {
  const { driver, browser } = findWebKit() ?? { driver: '', browser: '' }
  webkit = await startWebKit(driver, browser, 'C')
})
test.afterAll(() => webkit.stop())
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter
test.afterEach(async ({}, { status, expectedStatus }) => {
  if (status !== expectedStatus) await look('failed')
})

const page = () => process.env['FRONTAGE_URL'] ?? ''
const becomes = (expression: string) => expect.poll(() => webkit.ask(expression), { timeout: 20_000 })
const click = (expression: string) =>
  expect.poll(() => webkit.click(expression), { timeout: 20_000 }).toBe(true)
const found = (selector: string, begin: string) =>
  `[...document.querySelectorAll('${selector}')].find((one) => one.textContent.trim().startsWith('${begin}'))`
const nodes = "document.querySelectorAll('.react-flow__node').length"
const words = 'document.body.textContent'
/** Messages of what has failed, without the empty ones that editors keep. */
const alarms = "[...document.querySelectorAll('[role=alert]')].map((one) => one.textContent.trim()).join('')"
/** Its place is the same as when it was last asked for: one's own designs push the examples down when they have been read. */
const rests = (expression: string) =>
  becomes(`(() => {
    const [was, now] = [window.lastTop, ${expression}?.getBoundingClientRect().top]
    window.lastTop = now
    return now !== undefined && now === was
  })()`).toBe(true)
const openExample = async (title: string) => {
  const card = found('section[aria-label^=Examples] button', title)
  await rests(card)
  await click(card)
  await becomes(nodes).toBeGreaterThan(2)
}
const toStart = async () => {
  await click('document.querySelector(\'button[aria-label="Start page"]\')')
  await becomes('document.querySelector("main[aria-label=Start]") !== null').toBe(true)
}
const look = async (name: string) => {
  if (process.env['GALLERY'] === undefined && name !== 'failed') return
  mkdirSync('test-results/screenshots', { recursive: true })
  writeFileSync(`test-results/screenshots/webkit-${name}.png`, await webkit.look())
}

test('every example is drawn, each of its nodes within the canvas', async () => {
  test.setTimeout(180_000)
  await webkit.goTo(page())
  await becomes("document.querySelectorAll('main section button b').length").toBeGreaterThan(9)
  await look('start')
  const titles = String(
    await webkit.ask(
      "[...document.querySelectorAll('main section button b')].map((one) => one.textContent).join('\\n')",
    ),
  ).split('\n')
  for (const title of titles) {
    await webkit.goTo(`${page()}favicon.svg`)
    await webkit.goTo(page())
    await becomes("document.querySelector('header') !== null").toBe(true)
    if ((await webkit.ask(nodes)) !== 0) await toStart()
    await openExample(title)
    await becomes(`(() => {
      const canvas = document.querySelector('.react-flow').getBoundingClientRect()
      const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect())
      return boxes.filter((box) => box.right < canvas.left || box.left > canvas.right || box.width === 0).length
    })()`).toBe(0)
  }
  await look('example')
})

test('every mode shows its work, and nothing fails in any', async () => {
  test.setTimeout(120_000)
  for (const mode of ['Trace', 'Functions', 'Replay', 'Review', 'Ship', 'Design']) {
    await click(found('[role=tab]', mode))
    if (mode !== 'Design')
      await becomes("document.querySelector('[data-pane=work]')?.textContent.length ?? 0").toBeGreaterThan(20)
    await look(mode.toLowerCase())
    expect(await webkit.ask(alarms), mode).toBe('')
  }
})

test('a design that was left is there again by address, by reload and by the way back', async () => {
  await becomes(words).toContain('Saved in this browser')
  const before = await webkit.ask(nodes)
  const address = String(await webkit.ask('location.href'))
  for (const elsewhere of ['about:blank', `${page()}favicon.svg`]) {
    await webkit.goTo(elsewhere)
    await webkit.goTo(address)
    await becomes(nodes).toBe(before)
  }
  await webkit.reload()
  await becomes(nodes).toBe(before)
  await webkit.goTo('about:blank')
  await webkit.back()
  await becomes(nodes).toBe(before)
})

test('a design that is made and left at once is there again, and in the list', async () => {
  await webkit.goTo(page())
  await becomes('document.querySelector("main") !== null').toBe(true)
  if ((await webkit.ask('document.querySelector("main[aria-label=Start]") === null')) === true)
    await toStart()
  await click(found('main button', 'New design'))
  await becomes(nodes).toBeGreaterThan(1)
  await webkit.goTo('about:blank')
  await webkit.goTo(page())
  await becomes(nodes).toBeGreaterThan(1)
  await toStart()
  const card = found('section[aria-label="Your designs"] button', 'Untitled design')
  await becomes(`${card} !== undefined`).toBe(true)
  await click(card)
  await becomes(nodes).toBeGreaterThan(1)
})

test('a design goes by a link, and is a copy of its own there', async () => {
  const before = await webkit.ask(nodes)
  await click(found('header button', 'Share'))
  await becomes(
    "document.querySelector('[role=dialog] input, [role=dialog] textarea')?.value ?? ''",
  ).toContain('#')
  const link = String(
    await webkit.ask("document.querySelector('[role=dialog] input, [role=dialog] textarea').value"),
  )
  await webkit.goTo('about:blank')
  await webkit.goTo(link)
  await becomes(nodes).toBe(before)
})

test('without a server the page comes up from what it kept', async () => {
  test.setTimeout(120_000)
  const server = spawn(process.execPath, ['bin/frontage.js', 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(60_000) })
  await webkit.goTo(/http:\S+/.exec(String(line))?.[0] ?? '')
  await openExample('Static site')
  await becomes(words).toContain('Saved in this browser')
  const before = await webkit.ask(nodes)
  await becomes(
    '(window.isKept ??= navigator.serviceWorker.ready.then(() => { window.isKept = true }), window.isKept === true)',
  ).toBe(true)
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  await webkit.reload()
  await becomes(nodes).toBe(before)
})
