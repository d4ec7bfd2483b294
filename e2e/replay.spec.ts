import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { fileOf } from './account.ts'
import { expect, test } from './designer.ts'

const fields =
  'date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem cs-uri-query sc-status x-edge-result-type cs-protocol sc-content-type sc-content-len'

/** A log in which every object is asked for again and again, each time with another tracking parameter. */
function log(requests: number): string {
  const lines = Array.from({ length: requests }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 5) + index * 1000).toISOString()
    const place = index % 3 === 0 ? 'NRT57-P1' : 'FRA56-P2'
    const result = index < 40 ? 'Miss' : 'Hit'
    return `${time.slice(0, 10)}\t${time.slice(11, 19)}\t${place}\t2400\tGET\twww.example.com\t/assets/file-${index % 20}.js\tutm=${index}\t200\t${result}\thttps\tapplication/javascript\t2000`
  })
  return `#Version: 1.0\n#Fields: ${fields}\n${lines.join('\n')}\n`
}

const template = `Resources:
  Key:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: key
        MinTTL: 0
        DefaultTTL: 86400
        MaxTTL: 86400
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          HeadersConfig: { HeaderBehavior: none }
          CookiesConfig: { CookieBehavior: none }
          QueryStringsConfig: { QueryStringBehavior: all }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: web.example.org
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`

declare global {
  interface Window {
    /** Milliseconds between frames, and from the click on “Cancel” to “Cancelled.”. */
    watched: { gaps: number[]; cancelled: number }
  }
}

/** Measures in the page itself, so that the test's own way there counts for nothing. */
const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const watched = { gaps: [] as number[], cancelled: Number.POSITIVE_INFINITY }
    window.watched = watched
    let last = performance.now()
    const frame = (now: number) => {
      watched.gaps.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    let clicked = Number.NaN
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('button')?.textContent === 'Cancel')
          clicked = performance.now()
      },
      true,
    )
    new MutationObserver(() => {
      if (
        watched.cancelled === Number.POSITIVE_INFINITY &&
        [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.includes('Cancelled.'))
      )
        watched.cancelled = performance.now() - clicked
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })

/** How much of some milliseconds the main thread's own time is, whatever else the machine does meanwhile. */
async function busyShare(page: Page, milliseconds: number): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await taskSeconds()
  // What is measured is a stretch of time: there is nothing to wait for in it.
  await page.waitForTimeout(milliseconds)
  return ((await taskSeconds()) - before) / (milliseconds / 1000)
}

test('a log is replayed through the design, and the results can be read and saved', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'one.log.gz', mimeType: 'application/gzip', buffer: gzipSync(log(3000)) }])
  await expect(page.getByTestId('replay-files')).toContainText('one.log.gz')
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(page.getByTestId('replay-outcome')).toContainText('3,000 requests')
  // The drawing and the report name a behavior and write a ratio alike.
  const row = page.getByRole('table', { name: 'By behavior' }).getByRole('row').nth(1)
  await expect(row.getByRole('rowheader')).toHaveText('Default (*)')
  await expect(row).toContainText('98.7 %')
  await expect(designer.node('Site/behavior/default')).toContainText('98.7 %')
  // Nothing says any more that it is under way.
  await expect(page.getByText(/^Replaying/)).toHaveCount(0)
  await page.getByRole('tab', { name: 'Objects and keys' }).click()
  await expect(page.getByRole('table', { name: 'Most misses' })).toContainText('first request for the object')
  await page.getByRole('tab', { name: 'Cost' }).click()
  await expect(page.getByRole('table', { name: /A month at list prices/ })).toContainText('HTTPS requests')
  await page.getByRole('tab', { name: 'What it rests on' }).click()
  await expect(page.getByRole('list', { name: 'Assumptions' })).toContainText('www.example.com')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  expect((await download).suggestedFilename()).toContain('replay.csv')
  const table = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save “Files” as CSV' }).click()
  expect((await table).suggestedFilename()).toBe('files.csv')
})

test('the log and the options are there still after an edit of the drawing', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'again.log', mimeType: 'text/plain', buffer: Buffer.from(log(300)) }])
  await page.getByLabel('Invalidations').fill('2026-01-05T00:02=/*')
  const replay = page.getByRole('button', { name: 'Replay', exact: true })
  await replay.click()
  await expect(page.getByTestId('replay-outcome')).toContainText('300 requests')
  await designer.showPanel('Design')
  await designer.node('Site/behavior/default').click()
  await page.getByLabel('Cache policy', { exact: true }).selectOption({ label: 'CachingDisabled' })
  await designer.showPanel('Replay')
  await expect(page.getByText('The design has changed since; replay again.')).toBeVisible()
  await page.getByText('Options', { exact: true }).click()
  await expect(page.getByLabel('Invalidations')).toHaveValue('2026-01-05T00:02=/*')
  await replay.click()
  await expect(page.getByRole('tab', { name: 'What changes', selected: true })).toBeVisible()
  await designer.saved()
  await page.reload()
  await designer.showPanel('Replay')
  await expect(replay).toBeDisabled()
})

test('a result stays after a reload, and what a search has found is applied', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate(
    'site.yaml',
    template.replace('658327ea-f89d-4fab-a63d-7e88639e58f6', '!Ref Key'),
  )
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'kept.log', mimeType: 'text/plain', buffer: Buffer.from(log(600)) }])
  const invalidations = page.getByLabel('Invalidations')
  await invalidations.fill('at noon=/*')
  await expect(page.getByText('is no invalidation')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replay', exact: true })).toBeDisabled()
  await invalidations.fill('2026-01-05T00:05=/*')
  await page.getByRole('checkbox', { name: 'Search for changes that pay' }).check()
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  // Who has asked for a search gets what it found; other parts stand still when one is chosen.
  await expect(page.getByRole('tab', { name: 'What helps', selected: true })).toBeVisible()
  const tab = page.getByRole('tab', { name: 'What it rests on' })
  const place = await tab.boundingBox()
  await page.getByRole('tab', { name: 'Overview' }).focus()
  await page.keyboard.press('Home')
  expect(await tab.boundingBox()).toEqual(place)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  const apply = page.getByRole('list', { name: 'Suggestions' }).getByRole('button')
  await apply.first().click()
  await expect(page.getByText('The design has changed since; replay again.')).toBeVisible()
  await expect(apply.first()).toHaveText('Applied')
  await designer.undo.click()
  await expect(page.getByText('The design has changed since; replay again.')).toBeHidden()
  await expect(apply.first()).toHaveText('Apply')
  await apply.first().click()
  await designer.saved()
  await page.reload()
  await designer.showPanel('Replay')
  // What is in the design already is not offered once more.
  await expect(apply.first()).toHaveText('Applied')
  await designer.undo.click()
  await expect(apply.first()).toHaveText('Apply')
  await designer.saved()
  await page.reload()
  await designer.showPanel('Replay')
  await expect(page.getByTestId('replay-outcome')).toContainText('600 requests')
  await expect(page.getByTestId('replay-files')).toContainText('the last replay was of kept.log')
})

test('an edited design is compared with the one that was opened', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.node('Site/behavior/default').click()
  await page
    .getByRole('combobox', { name: 'Cache policy' })
    .first()
    .selectOption({ label: 'CachingDisabled' })
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'two.log', mimeType: 'text/plain', buffer: Buffer.from(log(600)) }])
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  const table = page.getByRole('table', { name: 'Behaviors that gain and lose' })
  await expect(table.getByRole('row').nth(1)).toContainText('loses')
  await expect(table.getByRole('row').nth(1)).toContainText('600')
})

test('of a folder all logs are taken, and none that is hidden', async ({ designer, page }, info) => {
  const folder = info.outputPath('logs')
  mkdirSync(folder, { recursive: true })
  for (const name of ['b.log', 'a.log', '.DS_Store']) writeFileSync(join(folder, name), log(20))
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.showPanel('Replay')
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chosen).setFiles(folder)
  await expect(page.getByTestId('replay-files')).toHaveText(/^a\.log, b\.log/)
  await expect(page.getByTestId('replay-files')).not.toContainText('DS_Store')
})

test('files that are no logs are told, and a replay is cancelled at once', async ({ designer, page }) => {
  // Making and sending a log that is long enough to be cancelled takes a while.
  test.slow()
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.showPanel('Replay')
  const choose = page.getByLabel('Log files')
  const replay = page.getByRole('button', { name: 'Replay', exact: true })
  await choose.setInputFiles([
    { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(9000, 1) },
  ])
  await replay.click()
  await expect(page.getByText('noise.bin: The file holds binary data, no text.')).toBeVisible()
  const packed = gzipSync(log(2000))
  await choose.setInputFiles([
    { name: 'cut.log.gz', mimeType: 'application/gzip', buffer: packed.subarray(0, packed.length - 2000) },
  ])
  await replay.click()
  await page.getByRole('tab', { name: 'What it rests on' }).click()
  await expect(page.getByRole('table', { name: 'Files' })).toContainText('ends too early')
  // So long that no machine is through with it while its main thread is measured.
  const long = fileOf('long.log', log(600_000))
  await choose.setInputFiles(long)
  await page.getByText('Options', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Search for changes that pay' }).check()
  await watchFrames(page)
  await replay.click()
  const cancel = page.getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeVisible()
  const busy = await busyShare(page, 500)
  // It stands still while the work is counted beside it.
  await cancel.click()
  await expect(page.getByText(/^Cancelled\./)).toBeVisible()
  const { gaps, cancelled } = await page.evaluate(() => window.watched)
  expect(cancelled).toBeLessThan(100)
  // Most frames come in time, and what keeps one on a machine that others use too is not this page: its main thread has
  // little to do while the worker works.
  expect(gaps.length).toBeGreaterThan(15)
  expect(gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]).toBeLessThan(25)
  expect(busy).toBeLessThan(0.4)
  await expect(replay).toBeEnabled()
  rmSync(long)
})

test('a long log is shared out among workers, which end with a cancelled replay', async ({
  designer,
  page,
}) => {
  test.slow()
  // On any machine the replay is to find three cores, one of them the page's own.
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch()
    const cores = "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3 });"
    await route.fulfill({ response, body: `${cores}${await response.text()}` })
  })
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'long.log', mimeType: 'text/plain', buffer: Buffer.from(log(150_000)) }])
  const replay = page.getByRole('button', { name: 'Replay', exact: true })
  await replay.click()
  await expect(page.getByTestId('replay-outcome')).toContainText('150,000 requests', { timeout: 60_000 })
  const workers = () => page.workers().filter((worker) => worker.url().includes('/worker-')).length
  await expect.poll(workers).toBe(0)
  await replay.click()
  await expect.poll(workers).toBe(2)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(workers).toBe(0)
})
