import { readFileSync } from 'node:fs'
import { expect, test } from './designer.ts'

const template = readFileSync(new URL('../src/fixtures/around/shop.yaml', import.meta.url), 'utf8')

test('what stands around a distribution is drawn beside it, and opens read-only with what matters', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('shop.yaml', template)
  await designer.settled()
  const canvas = page.getByRole('main', { name: 'Canvas' })
  await expect(canvas.getByRole('button', { name: /^Load balancer Balancer/ })).toHaveCount(0)
  await canvas.getByRole('button', { name: 'Around (7)' }).click()
  await canvas.getByRole('button', { name: /^Load balancer Balancer/ }).click()
  const matters = page.getByRole('region', { name: 'What matters to CloudFront' })
  await expect(matters).toContainText('internet-facing')
  await expect(matters).toContainText('HTTP 80')
  await matters.getByRole('button', { name: 'Guard' }).click()
  await expect(matters).toContainText('0.0.0.0/0')
  await canvas.getByRole('button', { name: 'Around (7)' }).click()
  await expect(canvas.getByRole('button', { name: /^Load balancer Balancer/ })).toHaveCount(0)
})
