/** What the page does where the browser, or a part of the page, does not answer. */
import { expect, test } from './designer.ts'

test('a browser that never answers about its storage does not keep the page from showing', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.saved()
  await page.addInitScript(() => {
    // As WebKit does while another page of the same site is frozen with a transaction open.
    Object.defineProperty(IDBFactory.prototype, 'open', { value: () => new EventTarget() })
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('The browser does not respond when asked for its saved designs')).toBeVisible()
  await designer.newDesign()
})

test('a design that was written down as its page was left is open again where the storage does not answer', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.saved()
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', { value: () => new EventTarget() })
  })
  // The pause before a save never ends, so that the page is left with it.
  await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }))
  await page.getByLabel('Name of the design').fill('Left at once')
  await page.reload()
  await expect(page.getByLabel('Name of the design')).toHaveValue('Left at once')
  await expect(page.getByText('The last one is open as it was left')).toBeVisible()
})

test('no transaction waits for the page, which may be frozen in the middle of it', async ({
  designer,
  page,
}) => {
  await page.addInitScript(() => {
    const seen = { begun: 0, waiting: 0 }
    Object.assign(window, { seen })
    const { transaction } = IDBDatabase.prototype
    const { commit } = IDBTransaction.prototype
    const committed = new WeakSet()
    IDBTransaction.prototype.commit = function () {
      committed.add(this)
      commit.call(this)
    }
    IDBDatabase.prototype.transaction = function (...given) {
      const begun = transaction.apply(this, given)
      seen.begun += 1
      queueMicrotask(() => {
        if (!committed.has(begun)) seen.waiting += 1
      })
      return begun
    }
  })
  const seen = () => page.evaluate(() => Reflect.get(window, 'seen'))
  await designer.start()
  await designer.openExample('Static site')
  await designer.addFromPalette('API Gateway')
  await designer.saved()
  expect((await seen()).begun).toBeGreaterThan(5)
  expect(await seen()).toMatchObject({ waiting: 0 })
  await page.reload()
  await expect(designer.node('Site/origin/api')).toBeVisible()
  await page.getByRole('button', { name: 'Start page' }).click()
  await expect(page.getByRole('region', { name: 'Your designs' }).getByRole('button').first()).toBeVisible()
  expect((await seen()).begun).toBeGreaterThan(2)
  expect(await seen()).toMatchObject({ waiting: 0 })
})

test('leaving the page with nothing unsaved writes nothing, and coming back by address finds the design', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.saved()
  const writes = await page.evaluate(() => {
    let count = 0
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...given) {
      if (given[1] === 'readwrite') count += 1
      return transaction.apply(this, given)
    }
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    return count
  })
  expect(writes).toBe(0)
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible()
})

test('the bar and the palette’s pane are there before the page’s code is, and stay where they are', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  await page.locator('.react-flow__node').first().waitFor()
  const palette = page.locator('[data-pane="left"]')
  const mark = page.getByRole('button', { name: 'Start page' }).locator('svg')
  const brand = page.getByRole('button', { name: 'Start page' }).locator('b')
  const whole = await Promise.all([mark, brand, palette].map((one) => one.boundingBox()))
  let free = () => {}
  const waits = new Promise<void>((done) => {
    free = done
  })
  await page.route(/assets\/index.*\.js$/, async (route) => {
    await waits
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const shell = page.locator('.shell')
  const parts = ['svg', 'b', '.shell-side'].map((part) => shell.locator(part))
  await expect(parts[0] ?? shell).toBeVisible()
  // It can be measured before the style sheet is there, and is painted only then.
  await page.waitForFunction(() => getComputedStyle(document.body).marginTop === '0px')
  const early = await Promise.all(parts.map((one) => one.boundingBox()))
  for (const [index, box] of whole.entries())
    for (const side of ['x', 'y'] as const)
      expect(Math.abs((early[index]?.[side] ?? -1) - (box?.[side] ?? 0))).toBeLessThan(1)
  // With the line that stands between the palette and the drawing.
  expect(Math.abs((early[2]?.width ?? 0) - (whole[2]?.width ?? 0) - 1)).toBeLessThan(1.5)
  free()
  await expect(palette).toBeVisible()
  await expect(shell).toHaveCount(0)
})

test.describe('where a part of the page is missing', () => {
  test.use({ harmless: /Failed to load resource|Failed to fetch dynamically imported module/ })

  test('a panel that cannot be loaded leaves the canvas and the other panels as they are', async ({
    designer,
    page,
  }) => {
    await page.route(/ReplayPanel.*\.js$/, (route) => route.abort())
    await designer.start()
    await designer.newDesign()
    await page.getByRole('tab', { name: 'Replay' }).click()
    await expect(page.getByRole('alert').getByText('“Replay” cannot be shown')).toBeVisible()
    await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible()
    await designer.showPanel('Problems')
    await expect(page.getByRole('tabpanel', { name: 'Problems' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})
