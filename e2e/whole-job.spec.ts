import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pythonProgram } from '#fixtures/python.ts'
import { adoptions, frontage } from './account.ts'
import { expect, test } from './designer.ts'

const failover = readFileSync('public/examples/failover.yaml', 'utf8')
const withMistake = failover.replace('DefaultRootObject: index.html', 'DefaultRootObject: /index.html')

test('a person opens a template, mends it, extends it, traces it, exports it and applies it', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('two-regions.yaml', withMistake)

  await designer.showPanel('Problems')
  const mistake = designer.problems.filter({ hasText: 'starts with a slash' })
  await expect(mistake).toBeVisible()
  await mistake.getByRole('button', { name: /^Fix/ }).click()
  await expect(mistake).toHaveCount(0)

  await designer.dragFromPalette('HTTP server')
  await expect(designer.node('Site/origin/origin')).toBeVisible()
  await designer.dragFromPalette('Cache behavior')
  await expect(designer.node('Site/behavior//path/*')).toBeVisible()
  await designer.page.getByRole('button', { name: 'Fit View' }).click()
  await designer.settled()
  await designer.connect('Site/behavior//path/*', 'Site/origin/origin')
  await expect(page.getByLabel('Origin or origin group')).toHaveValue('origin')

  expect(await designer.trace('/path/x')).toContain('Miss from cloudfront')
  expect(await designer.trace('/path/x')).toContain('Hit from cloudfront')
  await expect(designer.node('Site/behavior//path/*').locator('[data-lit="true"]').first()).toBeVisible()

  const exported = await designer.exported()
  const file = join(mkdtempSync(join(tmpdir(), 'frontage-')), 'template.yaml')
  writeFileSync(file, exported)
  const lint = execFileSync(pythonProgram('cfn-lint'), ['--non-zero-exit-code', 'error', file], {
    encoding: 'utf8',
  })
  expect(lint).not.toMatch(/^E\d+/m)

  await designer.showPanel('Ship')
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(page.getByRole('row', { name: /Create.*Site/ })).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })

  const endpoint = process.env['FRONTAGE_AWS'] ?? ''
  // The page's journal is the page's: the command is told that what is there is ours.
  const adopt = await adoptions(file, endpoint)
  expect(adopt.length).toBeGreaterThan(0)
  const { out: plan } = await frontage(['plan', file, ...adopt], { endpoint })
  expect(plan).toContain('0 to create, 0 to update, 2 unchanged')
})
