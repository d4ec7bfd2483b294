import { gzipSync } from 'node:zlib'
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
  await expect(page.getByRole('table', { name: 'By behavior' }).getByRole('row').nth(1)).toContainText('98.7 %')
  await page.getByRole('tab', { name: 'Objects and keys' }).click()
  await expect(page.getByRole('table', { name: 'Most misses' })).toContainText('first request for the object')
  await page.getByRole('tab', { name: 'Cost' }).click()
  await expect(page.getByRole('table', { name: /A month at list prices/ })).toContainText('HTTPS requests')
  await page.getByRole('tab', { name: 'What it rests on' }).click()
  await expect(page.getByRole('list', { name: 'Taken for granted' })).toContainText('www.example.com')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  expect((await download).suggestedFilename()).toContain('replay.csv')
})

test('an edited design is compared with the one that was opened', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await designer.node('Site/behavior/default').click()
  await page.getByLabel('Cache policy').first().selectOption({ label: 'CachingDisabled' })
  await designer.showPanel('Replay')
  await page
    .getByLabel('Log files')
    .setInputFiles([{ name: 'two.log', mimeType: 'text/plain', buffer: Buffer.from(log(600)) }])
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  const table = page.getByRole('table', { name: 'Behaviors that gain and lose' })
  await expect(table.getByRole('row').nth(1)).toContainText('loses')
  await expect(table.getByRole('row').nth(1)).toContainText('600')
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
  await choose.setInputFiles([
    { name: 'long.log', mimeType: 'text/plain', buffer: Buffer.from(log(100_000)) },
  ])
  await page.getByRole('checkbox', { name: 'Search for changes that pay' }).check()
  await replay.click()
  const cancel = page.getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeVisible()
  const before = Date.now()
  await cancel.click()
  await expect(page.getByText('Cancelled.')).toBeVisible()
  expect(Date.now() - before).toBeLessThan(1500)
  await expect(replay).toBeEnabled()
})
