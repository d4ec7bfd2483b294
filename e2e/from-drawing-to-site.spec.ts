/** From an empty design to a site that answers under its name: each thing around it by a press of its own. */
import type { Page } from '@playwright/test'
import { services } from '#aws/services.ts'
import { type Designer, expect, test } from './designer.ts'

// A distribution without a monitoring subscription has none to be read: CloudFront answers 404, which browsers log.
test.use({ harmless: /status of 404/ })

const name = 'www.drawn.example'
const aws = () =>
  services({
    endpoint: process.env['FRONTAGE_AWS'] ?? '',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

async function drawn(designer: Designer, page: Page): Promise<void> {
  await designer.newDesign()
  await designer.addFromPalette('S3 bucket')
  await designer.settled()
  await designer.dragConnection('Distribution/behavior/default', 'Distribution/origin/bucket')
  // The first origin takes the place of the sample.
  await expect(designer.node('Distribution/origin/origin')).toHaveCount(0)
  await designer.node('Distribution/distribution/').click()
  const names = page.getByLabel('Alternate domain names', { exact: true })
  await names.fill(name)
  await names.press('Enter')
}

test('an empty design becomes a site with bucket, certificate and records, each consented', async ({
  designer,
  page,
}) => {
  const { route53, s3, acm } = aws()
  const zone = await route53.createHostedZone({ Name: 'drawn.example', CallerReference: 'drawn' })
  await designer.start()
  await drawn(designer, page)

  await designer.showPanel('Ship')
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  const around = page.getByRole('region', { name: 'Around the site' })
  await around.getByRole('button', { name: 'Add a bucket of the design' }).click()
  await around.getByRole('button', { name: 'Add a certificate of the design' }).click()
  await page.getByRole('button', { name: 'Plan again' }).click()
  await expect(page.getByText('The design has changed since this plan.')).toHaveCount(0)
  const before = (await s3.listBuckets()).Buckets?.length ?? 0
  await around.getByRole('button', { name: 'Make the bucket' }).click()
  await expect(page.getByTestId('plan-total')).toBeVisible({ timeout: 20_000 })
  await expect.poll(async () => (await s3.listBuckets()).Buckets?.length).toBe(before + 1)
  await around.getByRole('button', { name: 'Ask for the certificate' }).click()
  const apply = page.getByRole('button', { name: 'Apply', exact: true })
  await expect(apply).toBeEnabled({ timeout: 30_000 })
  await apply.click()
  await expect(page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })

  await expect(
    designer.node('Distribution/distribution/').getByRole('img', { name: /difference/ }),
  ).toHaveCount(0)
  await around.getByRole('button', { name: 'Make the records' }).click()
  await expect(around.getByText(/It now leads to/)).toBeVisible()
  await around.getByRole('button', { name: 'Let CloudFront read it' }).click()
  await expect(around.getByText('CloudFront may read it now.')).toBeVisible()

  const { ResourceRecordSets = [] } = await route53.listResourceRecordSets({
    HostedZoneId: zone.HostedZone?.Id,
  })
  const types = ResourceRecordSets.filter((one) => one.Name === `${name}.`).map(({ Type }) => Type)
  expect(types.sort()).toEqual(['A', 'AAAA'])
  expect(
    (await acm.listCertificates({})).CertificateSummaryList?.map(({ DomainName }) => DomainName),
  ).toContain(name)

  await designer.saved()
  await page.reload()
  await designer.showPanel('Ship')
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })
})
