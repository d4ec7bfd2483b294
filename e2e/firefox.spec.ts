/** What a person does first, once in Firefox; this file is left out where there is none. */
import { findFirefox } from '#bin/browsers.js'
import { expect, test } from './designer.ts'
import { type Firefox, startFirefox } from './firefox.ts'

let firefox: Firefox
test.beforeAll(async () => {
  firefox = await startFirefox(findFirefox() ?? '')
})
test.afterAll(() => firefox.stop())

const becomes = (expression: string) => expect.poll(() => firefox.ask(expression), { timeout: 20_000 })
const click = (expression: string) =>
  expect.poll(() => firefox.click(expression), { timeout: 20_000 }).toBe(true)
const found = (selector: string, begin: string) =>
  `[...document.querySelectorAll('${selector}')].find((one) => one.textContent.startsWith('${begin}'))`
const nodes = "document.querySelectorAll('.react-flow__node').length"

test('a design is opened, traced and kept, a function runs, and the console stays empty', async () => {
  await firefox.goTo(process.env['FRONTAGE_URL'] ?? '')
  await click(found('button', 'Static site'))
  await becomes(nodes).toBeGreaterThan(4)
  await click(found('[role=tab]', 'Trace'))
  await click('document.querySelector(\'[aria-label="URL or path"], form[aria-label=Request] input\')')
  await firefox.type('/index.html\uE007')
  await becomes("document.querySelector('[data-testid=trace-outcome]')?.textContent ?? ''").toContain(
    'cloudfront',
  )
  await click(found('[role=tab]', 'Functions'))
  await becomes("document.querySelector('.monaco-editor .view-line')?.textContent ?? ''").toContain(
    'function',
  )
  await click(found('button', 'Run'))
  await becomes('document.body.textContent').toContain('The request goes on.')
  await becomes('document.body.textContent').toContain('Saved in this browser')
  const before = await firefox.ask(nodes)
  await firefox.goTo(String(await firefox.ask('location.href')))
  await becomes(nodes).toBe(before)
  expect(firefox.errors).toEqual([])
})
