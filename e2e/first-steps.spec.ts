import { expect, test } from './designer.ts'

test('the first steps lead through a design by keys, are left, taken up after a reload, and dismissed for good', async ({
  designer,
  page,
}) => {
  await designer.start()
  await page.getByRole('button', { name: 'First steps, on a new design' }).focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('region', { name: 'First steps' })
  await expect(card.getByRole('heading', { name: 'Say where the content is' })).toBeFocused()
  await expect(page.getByLabel('Search the palette')).toHaveAttribute('data-spotlight', '')
  await card.getByRole('button', { name: 'Show me where' }).press('Enter')
  await expect(page.getByLabel('Search the palette')).toBeFocused()
  await page.keyboard.type('api gateway')
  await page.keyboard.press('Enter')
  await expect(card.getByText('Done.')).toBeVisible()
  await card.getByRole('button', { name: 'Next' }).press('Enter')
  await card.getByRole('button', { name: 'Put the first steps away' }).press('Enter')
  await expect(card).toHaveCount(0)
  await designer.saved()
  await page.reload()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
  await expect(card).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('first steps')
  await page.keyboard.press('Enter')
  await expect(card.getByText('Step 2 of 5')).toBeVisible()
  // The drawing stays whole beside them.
  const drawing = await page.getByRole('main', { name: 'Canvas' }).boundingBox()
  const told = await card.boundingBox()
  expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(drawing?.x ?? 0)
  for (const step of ['Decide', 'See', 'Send', 'Take']) {
    await expect(card.getByRole('heading', { name: step })).toBeVisible()
    await card.getByRole('button', { name: 'Do it for me' }).click()
    if (step === 'Take') {
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
      await page.keyboard.press('Escape')
    }
    await expect(card.getByText('Done.')).toBeVisible()
    await card.getByRole('button', { name: /^(Next|Finish)/ }).click()
  }
  await card.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Start page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /First steps|Go on with step/ })).toHaveCount(0)
})
