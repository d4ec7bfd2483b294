import { readFileSync } from 'node:fs'
import { expect, test } from './designer.ts'

const failover = readFileSync('public/examples/failover.yaml', 'utf8')
const withMistakes = failover
  .replace('DefaultRootObject: index.html', 'DefaultRootObject: /index.html')
  .replaceAll('ViewerProtocolPolicy: redirect-to-https', 'ViewerProtocolPolicy: allow-all')

test('a problem leads to its field, and a second one of the same field too', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  const mistake = designer.problems
    .filter({ hasText: 'starts with a slash' })
    .getByRole('button', { name: /^The default root object/ })
  const field = page.getByLabel('Default root object', { exact: true })
  await mistake.click()
  await expect(field).toBeFocused()
  await page.getByLabel('Name of the design').focus()
  await mistake.click()
  await expect(field).toBeFocused()
})

test('a problem of the whole distribution leads into its form', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await designer.problems
    .filter({ hasText: 'has no web ACL' })
    .getByRole('button', { name: /no web ACL/ })
    .click()
  await expect(page.getByRole('region', { name: 'Inspector' }).locator(':focus')).toHaveCount(1)
})

test('a problem says why it matters, is accepted with a reason, and shown again', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  const problem = designer.problems.filter({ hasText: 'has no web ACL' })
  await expect(problem).toHaveCount(1)
  const before = await designer.problems.count()
  await problem.getByRole('button', { name: /^Why/ }).click()
  await expect(problem.getByRole('link', { name: 'The AWS page' })).toBeVisible()
  await problem.getByText('A bad and a good example').click()
  await expect(problem.getByRole('figure')).toHaveCount(2)
  await expect(problem.getByRole('figure').last()).toContainText('WebACLId')
  await problem.getByLabel('Accept it, because').fill('a firewall stands in front')
  await problem.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(problem).toHaveCount(0)
  expect(await designer.problems.count()).toBe(before - 1)
  await page.getByText('1 accepted problem').click()
  const accepted = page.getByRole('list', { name: 'Accepted problems' }).getByRole('listitem')
  await expect(accepted).toContainText('a firewall stands in front')
  await accepted.getByRole('button', { name: 'Show again' }).click()
  await expect(problem).toHaveCount(1)
})

test('problems are filtered by severity and text, and put in order by rule', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  const all = await designer.problems.count()
  await page.getByRole('button', { name: /\d+ notes?$/ }).click()
  expect(await designer.problems.count()).toBeLessThan(all)
  await page.getByLabel('Filter problems').fill('slash')
  await expect(designer.problems).toHaveCount(1)
  await page.getByLabel('Filter problems').fill('')
  await page.getByLabel('Order of problems').selectOption('By rule')
  await expect(page.getByRole('region', { name: /default root object/i }).first()).toBeVisible()
})

test('everything safe is mended at once, undone at once, and F8 goes from problem to problem', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  const before = await designer.problems.count()
  await page.keyboard.press('F8')
  await expect(
    page.getByRole('heading', { level: 2, name: /Site|Default|frankfurt|ireland|both/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: /^Fix all that is safe/ }).click()
  await expect.poll(() => designer.problems.count()).toBeLessThan(before)
  await page.getByRole('button', { name: /^Undo: Fix \d+ problems?/ }).click()
  await expect.poll(() => designer.problems.count()).toBe(before)
})
