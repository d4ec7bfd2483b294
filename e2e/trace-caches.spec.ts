import { expect, test } from './designer.ts'
import { smallSite } from './small-site.ts'

test('an object is kept, expires, is confirmed, and goes by invalidation or eviction', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Security headers')
  const outcomes: string[] = []
  const sent = page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab')
  const again = async () => {
    const before = await sent.count()
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(sent).toHaveCount(before + 1)
    outcomes.push((await sent.first().textContent()) ?? '')
  }
  expect(await designer.trace('/a')).toContain('Miss')
  await page.getByRole('tab', { name: 'Caches' }).click()
  const edge = page.getByRole('region', { name: /^Edge Frankfurt, FRA56/ })
  await expect(edge.getByRole('row', { name: /^\/a/ })).toContainText('left')
  await again()
  await page.getByRole('button', { name: 'Until the next expiry' }).click()
  await expect(edge.getByRole('row', { name: /^\/a/ })).toContainText('expired')
  await again()
  await page.getByLabel('Paths to invalidate').fill('/a')
  await page.getByRole('button', { name: 'Invalidate', exact: true }).click()
  await expect(page.getByText(/1 object removed, 1 of the month’s 1,000 free paths used/)).toBeVisible()
  await expect(edge).toHaveCount(0)
  await again()
  await edge.getByRole('button', { name: 'Evict all of it' }).click()
  await again()
  expect(outcomes.map((text) => /(RefreshHit|Hit|Miss) from/.exec(text)?.[1])).toEqual([
    'Hit',
    'RefreshHit',
    'Miss',
    'Hit',
  ])
  await page.getByLabel('City', { exact: true }).selectOption({ label: 'Tokyo, JP (NRT12)' })
  await page.getByRole('button', { name: 'Ask from there' }).click()
  await expect(page.getByRole('region', { name: /^Edge Tokyo/ })).toBeVisible()
})

test('Origin Shield that is the regional edge cache is shown as the one cache that it is', async ({
  designer,
  page,
}) => {
  const origin = { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-central-1' } }
  await designer.start()
  await designer.openTemplate('shield.json', smallSite({ origin }))
  await designer.trace('/a')
  await page.getByRole('tab', { name: 'Caches' }).click()
  await page.getByRole('button', { name: 'Ask from there' }).click()
  const shield = page.getByRole('region', { name: 'Regional edge cache and Origin Shield eu-central-1' })
  await expect(shield).toContainText('one cache: the shield is the regional edge cache here')
  await expect(page.getByRole('region', { name: /eu-central-1/ })).toHaveCount(1)
})
