/** What a new thing begins with counts as not written, and an origin that is dropped on another takes its place. */
import { expect, test } from './designer.ts'

test('a new origin has a sample that is no value, and the export says so until it is written', async ({
  designer,
}) => {
  const { page } = designer
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  const name = page.getByLabel('Domain name', { exact: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('')
  await expect(name).toHaveAttribute('placeholder', /^Like .*execute-api/)
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByRole('dialog').getByText(/The domain name of the origin “api”/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Set it' }).last().click()
  await name.fill('a1b2c3.execute-api.eu-west-1.amazonaws.com')
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByRole('dialog').getByText(/The domain name of the origin “api”/)).toHaveCount(0)
})

test('an origin dropped on another takes its place, and what led there leads to it', async ({ designer }) => {
  const { page } = designer
  await designer.start()
  await designer.newDesign()
  await designer.settled()
  const old = page.locator('.react-flow__node[data-id*="/origin/"]')
  await expect(old).toHaveCount(1)
  await page
    .getByLabel('Palette')
    .getByRole('button', { name: /^S3 bucket/ })
    .dragTo(old)
  await expect(old).toHaveCount(1)
  await expect(old).toContainText('S3 bucket')
  await expect(
    page.getByRole('status').filter({ hasText: '“origin” was replaced by S3 bucket' }),
  ).toBeVisible()
  await expect(page.locator('.react-flow__edge')).toHaveCount(1)
})
