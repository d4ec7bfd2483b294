import { expect } from './designer.ts'
import { test } from './looking.ts'

test('two requests are chosen, played in step and told apart without the mouse, and the address holds no request', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.send({ url: '/post/?page=1' })
  await designer.send({ url: '/post/?page=1', headers: { Cookie: 'wordpress_logged_in_x=s3cret' } })
  const { keyboard } = page
  await page.getByRole('tab', { name: 'Story' }).focus()
  for (let at = 0; at < 3; at += 1) await keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Side by side' })).toBeFocused()
  const parting = page.getByTestId('parting')
  await expect(parting).toHaveText('They part at the cache key: the cookie “wordpress_logged_in_x” is in it.')
  await expect(page).toHaveURL(/#\/[^/]+\/trace\.both/)
  expect(page.url()).not.toMatch(/post|s3cret|wordpress_logged/)
  const stages = page.getByRole('list', { name: 'What happened to both' }).locator(':scope > li')
  await expect(stages.filter({ hasText: 'Here they part' })).toContainText('Cache key')

  const drawing = page.getByTestId('play-both')
  await expect(drawing.locator('[data-side="one"] [data-station="viewer"] > i')).toBeVisible()
  await expect(drawing.locator('[data-side="two"] [data-station="viewer"] > i')).toBeVisible()
  const scrubber = page.getByRole('slider', { name: 'Step of the two stories' })
  await scrubber.focus()
  await keyboard.press('Home')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^1 of \d+: Distribution$/)
  await expect(page.getByRole('slider', { name: 'Stage of both requests' })).toHaveAttribute(
    'aria-valuetext',
    /^1 of/,
  )
  await expect(drawing.locator('[data-station="head"]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Play the two stories' }).focus()
  await keyboard.press(']')
  await keyboard.press(']')
  await expect(page.getByText(/^3 of \d+, Cache key, where they part; A: The key is/)).toBeAttached()
  await expect(drawing.locator('[data-station="edge"], [data-station="row"]')).toHaveCount(2)

  // The other two: the same request cold and warm.
  await page.getByRole('button', { name: 'Send' }).focus()
  await keyboard.press('Enter')
  await expect(parting).toContainText('They part at the edge cache. A: Nothing for this key at FRA56.')
  const first = page.getByLabel('Request A')
  await expect(first.locator('option:checked')).toHaveText(/^2\. GET/)
  await page.getByRole('button', { name: 'Swap the two' }).focus()
  await keyboard.press('Enter')
  await expect(first.locator('option:checked')).toHaveText(/^3\. GET/)
  await first.focus()
  await keyboard.press('1')
  await expect(first.locator('option:checked')).toHaveText(/^1\. GET/)

  // Back and forward come by; a reload keeps the view, and the requests of the visit are gone.
  await page.getByRole('tab', { name: 'Design', exact: true }).click()
  await expect(drawing).toHaveCount(0)
  await page.goBack()
  await expect(parting).toBeVisible()
  await designer.saved()
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Side by side' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Send two requests, such as the same one twice')).toBeVisible()
})

test('what a change would make of a request is played beside what becomes of it now', async ({
  designer,
  page,
  look,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.send({ url: 'http://d111111abcdef8.cloudfront.net/index.html' })
  await page.getByRole('tab', { name: 'What if' }).click()
  await page
    .getByLabel('What if this')
    .selectOption('resources/Site/config/DefaultCacheBehavior ViewerProtocolPolicy')
  await page.getByLabel('were', { exact: true }).selectOption('"https-only"')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  const changed = page.getByTestId('comparison').locator('details').first()
  await changed.locator('summary').click()
  await changed.getByRole('button', { name: 'Play both side by side' }).click()
  await expect(page.getByTestId('parting')).toContainText('They part at the viewer protocol policy')
  await expect(page.getByLabel('Request A')).toContainText('before: GET')
  await expect(page.getByTestId('play-both')).toBeAttached()
  await look('trace-side-by-side')
})
