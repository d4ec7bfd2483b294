/** The page does not move by itself, is never in another theme than the person's, and stands still where asked. */
import { expect, test } from './designer.ts'

test('nothing moves by itself while a design is opened again and its panels are shown', async ({
  designer,
  page,
}) => {
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      // Not of the standard's types yet. A mode that a person goes to moves things, and is meant to.
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!entry.hadRecentInput) moved.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  await page.reload()
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  for (const panel of ['Trace', 'Replay', 'Ship']) await designer.showPanel(panel)
  await designer.settled()
  const moved = await page.evaluate(() => (window as unknown as { moved: number[] }).moved)
  // A thousandth of what a reader notices: the canvas finds its place before it is shown.
  expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01)
})

test('the page is dark before its styles and its code are there, and stands still for who wants it', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.addInitScript(() => localStorage.setItem('frontage-theme', 'dark'))
  let free = () => {}
  const waits = new Promise<void>((done) => {
    free = done
  })
  await page.route(/\.(js|css)$/, async (route) => {
    if (!route.request().url().endsWith('/theme.js')) await waits
    await route.continue()
  })
  await page.goto(process.env['FRONTAGE_URL'] ?? '', { waitUntil: 'commit' })
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  await expect.poll(scheme).toBe('dark')
  free()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await scheme()).toBe('dark')
  await page.getByRole('button', { name: /^WordPress/ }).click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
