/** What is read of the browser's storage: damaged, from pages of before, or only half there. */
import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

/** Puts something else in the place of the entries of the browser's storage whose keys begin so; undefined is nothing. */
const changeStored = (page: Page, prefix: string, value: unknown): Promise<void> =>
  page.evaluate(
    ([start, instead]) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('frontage')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('designs', 'readwrite')
          const store = transaction.objectStore('designs')
          const keys = store.getAllKeys()
          keys.onsuccess = () => {
            for (const key of keys.result.map(String).filter((one) => one.startsWith(String(start)))) {
              if (instead === undefined) store.delete(key)
              else store.put(instead, key)
            }
          }
          transaction.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
    [prefix, value] as const,
  )

test('a damaged history leaves the design as it is', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  // What the page still had to write would come after the damage and mend it.
  await designer.saved()
  await page.getByRole('button', { name: 'Start page' }).click()
  await changeStored(page, 'history:', { past: [{ label: 'Half' }], present: 'a design' })
  await page.getByRole('region', { name: 'Your designs' }).getByRole('button').first().click()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
  await expect(designer.undo).toBeDisabled()
})

const damages: readonly (readonly [what: unknown, message: string])[] = [
  [{ id: 'x', document: 7 }, 'The saved design is damaged. The version of'],
  ['{"formatVersion": 1, "resou', 'The saved design is damaged. The version of'],
  [null, 'The saved design is damaged. The version of'],
  [
    { id: 'x', name: 'x', savedAt: 0, document: { formatVersion: 2 } },
    'The saved design was made by a newer version of Frontage. The version of',
  ],
]

test('a damaged design opens as its last version, and the person is told', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  for (const [damage, message] of damages) {
    await designer.saved()
    await changeStored(page, 'history:', damage)
    await changeStored(page, 'design:', damage)
    await page.reload()
    await expect(page.getByText(message)).toBeVisible()
    await expect(designer.node('Site/origin/content')).toBeVisible()
  }
})

test('a damaged design without versions is told and left where it is', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  await changeStored(page, 'design:', { id: 'x', document: 7 })
  await changeStored(page, 'version:', undefined)
  await page.reload()
  await expect(page.getByText('There is no earlier version')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

/** Writes anew what the browser keeps, as a page of before did: a list of the designs, and one of the versions of each. */
const asOnce = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('frontage')
    await new Promise((done) => opening.addEventListener('success', done))
    const store = opening.result.transaction('designs', 'readwrite').objectStore('designs')
    const cursor = store.openCursor()
    cursor.onsuccess = () => {
      if (!cursor.result) return
      const { key, value } = cursor.result
      const [kind, id] = String(key).split(':')
      if (kind === 'entry') store.put([{ ...value, name: 'From before' }], 'list')
      if (kind === 'version') store.put([{ ...value, at: 86_400_000, label: 'as it was' }], `versions:${id}`)
      if (kind === 'entry' || kind === 'version') cursor.result.delete()
      cursor.result.continue()
    }
    await new Promise((done) => store.transaction.addEventListener('complete', done))
    opening.result.close()
  })

test('what pages of before kept as lists, designs and their versions, is there', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  await page.getByRole('button', { name: 'Start page' }).click()
  await asOnce(page)
  await page.reload()
  const own = page.getByRole('region', { name: 'Your designs' })
  await expect(own).toContainText('From before')
  await own.getByRole('button').first().click()
  await expect(designer.node('Site/origin/content')).toBeVisible()
  await page.getByRole('button', { name: 'Saved in this browser' }).click()
  await expect(page.getByRole('list', { name: 'Versions' })).toContainText('as it was')
})

test('the start page has one’s designs from its first picture on, those too that never came into the list', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await page.getByLabel('Name of the design').fill('Left at once')
  await designer.saved()
  await page.getByRole('button', { name: 'Start page' }).click()
  const own = page.getByRole('region', { name: 'Your designs' })
  await expect(own).toContainText('Left at once')
  await changeStored(page, 'entry:', undefined)
  await page.addInitScript(() => {
    const shifts = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        document.documentElement.dataset['shifted'] = String(
          Number(document.documentElement.dataset['shifted'] ?? 0) + Number(Reflect.get(entry, 'value')),
        )
    })
    shifts.observe({ type: 'layout-shift', buffered: true })
  })
  await page.reload()
  await expect(own).toContainText('Left at once')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(Number((await page.locator('html').getAttribute('data-shifted')) ?? 0)).toBeLessThan(0.02)
})
