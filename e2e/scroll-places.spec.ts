import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

/** What of the work can be scrolled, by its place among the elements of the pane: how far each is. */
const scrolled = (page: Page): Promise<number[]> =>
  page
    .locator('[data-pane="work"]')
    .evaluate((pane) =>
      [...pane.querySelectorAll('*')]
        .filter(
          (one) =>
            /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 40,
        )
        .map((one) => Math.round(one.scrollTop)),
    )

/** Scrolls everything that can be, down by some 30 pixels. */
async function scrollAll(page: Page): Promise<number[]> {
  await page.locator('[data-pane="work"]').evaluate(async (pane) => {
    for (const one of pane.querySelectorAll('*'))
      if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 40)
        one.scrollTop = 31
    // The browser tells of it with its next picture.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  return scrolled(page)
}

test('each view of each mode is where it was left, and begins at its top', async ({ designer, page }) => {
  // Low enough that every view has something below its lower end.
  await page.setViewportSize({ width: 1440, height: 420 })
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/index.html')
  await designer.trace('/api/users')
  // Panes stay where they are, whatever within them is brought into sight.
  const groups = page.locator('[data-group]')
  expect(await groups.evaluateAll((all) => all.map((one) => getComputedStyle(one).overflow))).toEqual([
    'clip',
    'clip',
  ])
  const modes = await page.getByRole('tablist', { name: 'Modes' }).getByRole('tab').allTextContents()
  const places = new Map<string, number[]>()
  const leave = async (view: string) => {
    const first = await scrolled(page)
    expect(
      first.every((top) => top === 0),
      `${view} begins at its top: ${first}`,
    ).toBe(true)
    places.set(view, await scrollAll(page))
  }
  const views = page.getByRole('tablist', { name: 'Views of the trace' }).getByRole('tab')
  const names = await views.allTextContents()
  for (const name of names) {
    await page.getByRole('tab', { name, exact: true }).click()
    await leave(`Trace, ${name}`)
    await page.locator('[data-pane="work"]').evaluate((pane) => {
      for (const one of pane.querySelectorAll('*')) if (!one.matches('[role="tabpanel"]')) one.scrollTop = 0
    })
  }
  for (const mode of modes.filter((one) => one !== 'Trace' && one !== 'Design')) {
    await page.getByRole('tab', { name: mode, exact: true }).click()
    await expect(page.locator('[data-pane="work"] [role="tabpanel"] > *').first()).toBeVisible()
    await leave(mode)
  }
  for (const mode of modes.filter((one) => one !== 'Trace' && one !== 'Design')) {
    await page.getByRole('tab', { name: mode, exact: true }).click()
    await expect.poll(() => scrolled(page), mode).toEqual(places.get(mode))
  }
  await page.getByRole('tab', { name: 'Trace', exact: true }).click()
  for (const name of names) {
    await page.getByRole('tab', { name, exact: true }).click()
    await expect
      .poll(
        () =>
          page
            .getByRole('tabpanel', { name: name.replace(/ \d+\/\d+$/, '') })
            .evaluate((one) => one.scrollTop),
        name,
      )
      .toBe(places.get(`Trace, ${name}`)?.at(-1) ?? 0)
  }
  expect([...places.values()].filter((tops) => tops.some((top) => top > 0)).length).toBeGreaterThan(4)
})
