import { expect, test } from './designer.ts'

test('a row says what came of its last request and how many were hits, and nothing of what nobody asked', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate(
    'shop.json',
    JSON.stringify({
      Resources: {
        Site: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Enabled: true,
              Origins: [
                {
                  Id: 'web',
                  DomainName: 'web.example.org',
                  CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
                },
              ],
              DefaultCacheBehavior: {
                TargetOriginId: 'web',
                ViewerProtocolPolicy: 'redirect-to-https',
                CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
              },
              CacheBehaviors: ['/api/*', '/quiet/*'].map((PathPattern) => ({
                PathPattern,
                TargetOriginId: 'web',
                ViewerProtocolPolicy: 'redirect-to-https',
                CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
              })),
            },
          },
        },
      },
    }),
  )
  await designer.trace('/a')
  await designer.trace('/a')
  await designer.trace('/a')
  await designer.trace('/api/users')
  await designer.showPanel('Design')
  const row = (key: string) => designer.node(`Site/behavior/${key}`)
  await expect(row('default')).toContainText('● 2/3')
  await expect(row('default')).toHaveAccessibleName(/Requests of this visit: 2 of 3 requests were hits/)
  await expect(row('/api/*')).toContainText('Miss')
  await expect(row('/quiet/*').locator('[data-outcome]')).toHaveCount(0)
  // Figures of a design that was edited since are not its own.
  await row('/quiet/*').click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row('default')).not.toContainText('2/3')
  await expect(row('default')).toContainText('Hit')
})
