/** The window belongs to the mode: what is in sight at 1440 by 900, and that the address and the keys lead through it. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './designer.ts'

/** How many of some elements are wholly in the window. */
const inSight = (all: Locator): Promise<number> =>
  all.evaluateAll(
    (elements) =>
      elements.filter((element) => {
        const { top, bottom, height } = element.getBoundingClientRect()
        return height > 0 && top >= 0 && bottom <= window.innerHeight
      }).length,
  )

const modeOf = (page: Page) => page.getByRole('tablist', { name: 'Modes' }).locator('[aria-selected="true"]')

test('a story shows at least eight steps beside the drawing', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/settings')
  expect(
    await inSight(page.getByRole('list', { name: 'What happened' }).getByRole('listitem')),
  ).toBeGreaterThanOrEqual(8)
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeInViewport()
})

test('a function shows thirty lines of ninety columns with its run beside it', async ({ designer, page }) => {
  const text = readFileSync('public/examples/static-site.yaml', 'utf8')
  await designer.start()
  await designer.openTemplate('site.yaml', text)
  await designer.showPanel('Functions')
  const lines = page.locator('.view-lines')
  await expect(lines).toContainText('function')
  const { height, width, line, column } = await lines.evaluate((element) => {
    const probe = document.createElement('span')
    const first = element.querySelector<HTMLElement>('.view-line')
    probe.textContent = '0'.repeat(100)
    first?.append(probe)
    const one = probe.getBoundingClientRect().width / 100
    probe.remove()
    const scroller = element.closest('.monaco-scrollable-element')?.getBoundingClientRect()
    return {
      height: scroller?.height ?? 0,
      width: scroller?.width ?? 0,
      line: first?.getBoundingClientRect().height ?? Number.POSITIVE_INFINITY,
      column: one,
    }
  })
  expect(Math.floor(height / line)).toBeGreaterThanOrEqual(30)
  expect(Math.floor(width / column)).toBeGreaterThanOrEqual(90)
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeInViewport()
})

test('the narrow drawing beside a function takes the whole width of its pane', async ({ designer, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await designer.start()
  await designer.openTemplate('site.yaml', readFileSync('public/examples/static-site.yaml', 'utf8'))
  await designer.showPanel('Functions')
  await expect(page.locator('.view-lines')).toContainText('function')
  const pane = page.getByRole('main', { name: 'Canvas' })
  const drawn = page.locator('.react-flow__node')
  await expect
    .poll(async () => {
      const boxes = await drawn.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()))
      const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left))
      return width / ((await pane.boundingBox())?.width ?? 1)
    })
    .toBeGreaterThan(0.8)
})

test('back, forward and reload lead through modes and to what was selected', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.saved()
  await designer.outline.getByRole('treeitem', { name: '1. /wp-admin/*' }).click()
  await expect(page.getByRole('heading', { name: '/wp-admin/*' })).toBeVisible()
  await designer.showPanel('Trace')
  await designer.showPanel('Replay')
  await page.goBack()
  await expect(modeOf(page)).toHaveText('Trace')
  await page.reload()
  await expect(modeOf(page)).toHaveText('Trace')
  await page.goBack()
  await expect(modeOf(page)).toHaveText('Design')
  await expect(page.getByRole('heading', { name: '/wp-admin/*' })).toBeVisible()
  await page.goForward()
  await expect(modeOf(page)).toHaveText('Trace')
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the keyboard reaches a node within eight Tabs, goes round the panes, and gives one the window', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.saved()
  await page.reload()
  await designer.settled()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  let tabs = 1
  while (tabs < 20 && (await page.locator('.react-flow__node:focus').count()) === 0) {
    await page.keyboard.press('Tab')
    tabs += 1
  }
  expect(tabs).toBeLessThanOrEqual(8)

  await designer.showPanel('Problems')
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
  const seen = new Set<unknown>()
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('F6')
    seen.add(await pane())
  }
  expect([...seen]).toEqual(expect.arrayContaining(['left', 'canvas', 'work']))

  await page.getByRole('tab', { name: 'Trace' }).click()
  await page.getByLabel('URL or path').focus()
  await page.keyboard.press('Alt+m')
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeHidden()
  await expect(page.getByLabel('URL or path')).toBeFocused()
  await page.keyboard.press('Alt+m')
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible()
})
