import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const code = (page: Page) => page.getByRole('textbox', { name: /^Code of/ })
const result = (page: Page) => page.getByRole('region', { name: 'Result' })

/** Replaces the code of the open function by pasting: typing would have its brackets closed by the editor. */
async function write(page: Page, text: string): Promise<void> {
  await code(page).focus()
  await page.keyboard.press('Control+a')
  await code(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test.beforeEach(async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.showPanel('Functions')
  await expect(code(page)).toBeVisible()
})

test('a function is written, run on a request, and tells what it changed', async ({ designer, page }) => {
  await write(
    page,
    "function handler(event) {\n  console.log('seen');\n  event.request.headers['x-group'] = { value: 'a' };\n  return event.request;\n}\n",
  )
  await page.getByLabel('Path and query string').fill('/blog/?q=1')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(result(page).getByRole('status')).toHaveText('The request goes on.')
  await expect(result(page).getByLabel('What changed')).toHaveText('headers › x-groupa')
  await expect(result(page)).toContainText('seen')
  expect(await designer.exported()).toContain("event.request.headers['x-group']")
  // From the drawing the settings of the function lead back here.
  await page.getByRole('tab', { name: 'Design', exact: true }).click()
  await designer.outline.getByRole('treeitem', { name: /· Function$/ }).click()
  await page.getByRole('button', { name: 'Edit and run it' }).click()
  await expect(code(page)).toBeVisible()
})

test('an error leads to its line, and what the runtime refuses is underlined', async ({ page }) => {
  await write(page, 'function handler(event) {\n  return event.request.nothing.at;\n}\n')
  await code(page).press('Control+Enter')
  await expect(result(page).getByRole('status')).toContainText('Line 2.')
  await result(page).getByRole('button', { name: 'Go to line 2' }).click()
  await expect(code(page)).toBeFocused()
  await write(page, 'class A {}\nfunction handler(event) { return event.request; }\n')
  await expect(page.locator('.squiggly-error')).not.toHaveCount(0)
})

test('the editor knows the event', async ({ page }) => {
  await write(page, 'function handler(event) {\n  return event.request.\n}\n')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Space')
  const suggestions = page.locator('.suggest-widget')
  await expect(suggestions).toContainText('querystring')
  await expect(suggestions).toContainText('cookies')
  await page.keyboard.press('Escape')
})

test('a run becomes a saved test that fails once the function changes', async ({ designer, page }) => {
  await page.getByLabel('Path and query string').fill('/blog/')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(result(page)).toBeVisible()
  await page.getByRole('textbox', { name: 'Name of the test' }).fill('the index of a folder')
  await page.getByRole('button', { name: 'Save as test' }).click()
  const saved = page.getByRole('region', { name: 'Saved tests' })
  await saved.getByRole('button', { name: 'Run it' }).click()
  await expect(saved.getByLabel('Passed')).toBeVisible()
  await write(page, 'function handler(event) { return event.request; }\n')
  await saved.getByRole('button', { name: 'Run it' }).click()
  await expect(saved.getByLabel('Failed')).toBeVisible()
  await expect(saved).toContainText('/output/request/uri: expected "/blog/index.html", got "/blog/"')
  await expect(designer.node('Site/origin/content')).toBeVisible()
})

test('the event of a traced request is taken up', async ({ designer, page }) => {
  await designer.trace('/docs/')
  await designer.showPanel('Functions')
  await page.getByRole('button', { name: 'Take the event of the last trace' }).click()
  await expect(page.getByLabel("Event in AWS's shape")).toHaveValue(/"uri": "\/docs\/"/)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(result(page).getByLabel('What changed')).toContainText('/docs/index.html')
})

test('an example takes the place of the code, and undo brings it back', async ({ page }) => {
  const before = await page.locator('.view-lines').textContent()
  await page
    .getByLabel('Start from an example')
    .selectOption({ label: 'Redirect moved pages (viewer-request)' })
  await expect(page.locator('.view-lines')).toContainText('/articles')
  await code(page).press('Control+z')
  await expect(page.locator('.view-lines')).toHaveText(before ?? '')
})

test('code is formatted when asked', async ({ page }) => {
  await write(page, 'function handler(event){\nreturn event.request\n}')
  await page.getByRole('button', { name: 'Format the code' }).click()
  await expect(page.locator('.view-lines')).toContainText('function handler(event) {')
})

const hostile = [
  ['an endless loop', 'for (;;) {}'],
  ['a catastrophic pattern', "return /^(a+)+$/.test('a'.repeat(60) + '!')"],
  ['endless promises', 'const again = () => Promise.resolve().then(again); await again()'],
  ['a huge array', 'const a = []; for (;;) a.push(new Array(1e6).fill(1))'],
  ['Atomics.wait', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
] as const
test('a run that is asked for while another one is under way comes after it, with the code of then', async ({
  page,
}) => {
  await write(page, 'function handler(event) { for (;;) {} }\n')
  await code(page).press('Control+Enter')
  await write(page, "function handler(event) { event.request.uri = '/later'; return event.request; }\n")
  await code(page).press('Control+Enter')
  await expect(result(page).getByRole('status')).toHaveText('The request goes on.')
  await expect(result(page)).toContainText('/later')
})

test('hostile code ends in an error and the page stays alive', async ({ page }) => {
  test.slow()
  for (const [name, body] of hostile) {
    await write(page, `async function handler(event) { ${body} }\n`)
    await code(page).press('Control+Enter')
    const failure = result(page).getByRole('status')
    await expect(failure, name).toHaveAttribute('data-failed', 'true')
    const ticks = await page.evaluate(
      () => new Promise<number>((done) => setTimeout(() => done(performance.now()), 10)),
    )
    expect(ticks).toBeGreaterThan(0)
  }
  await write(page, 'function handler(event) { return event.request; }\n')
  await code(page).press('Control+Enter')
  await expect(result(page).getByRole('status')).toHaveText('The request goes on.')
})
