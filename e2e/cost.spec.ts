import { expect, test } from './designer.ts'

const template = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [www.example.com]
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1
          SslSupportMethod: vip
          MinimumProtocolVersion: TLSv1.2_2021
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`

test('a month is priced as figures are typed, and a plan that a setting barred fits once it is mended', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  await page.getByRole('tab', { name: 'Cost' }).click()
  const bill = page.getByRole('region', { name: "A month's bill" })
  await expect(bill.getByRole('heading')).toContainText('$600.00')
  await page.getByLabel('Requests a month').fill('60,000,000')
  await expect(bill.getByRole('heading')).toContainText('$650.00')
  const plans = page.getByRole('region', { name: 'Plans' })
  await expect(plans.getByText('cheapest that fits').locator('..')).toContainText('Pay as you go')
  await plans.getByRole('button', { name: 'Use sni-only' }).click()
  await expect(bill.getByRole('heading')).toContainText('$50.00')
  await page.getByLabel('GB to viewers').fill('5000')
  await expect(plans.getByText('cheapest that fits').locator('..')).toContainText('Business')
})
