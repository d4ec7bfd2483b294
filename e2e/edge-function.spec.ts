import { expect, test } from './designer.ts'

test('an edge function of the design runs in the sandbox when a request is traced', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  expect(await designer.trace('/blog/')).toContain('200')
  await expect(page.getByText('“static-site-index” ran.')).toBeVisible()
  await expect(page.getByText('path /blog/index.html')).toBeVisible()
})
