/** Values for the parameters of a template, and the environments that it is deployed to. */
import { expect, test } from './designer.ts'

const template = `
Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Host: { Type: String, Default: dev.example.org, Description: Where the API is }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: !If [IsProd, [www.example.org], !Ref AWS::NoValue]
        Origins:
          - Id: api
            DomainName: !Ref Host
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: api
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`

test('each environment is shown on the drawing, and edits stay', async ({ designer }) => {
  const { page } = designer
  await designer.start()
  await designer.openTemplate('site.yaml', template)
  const origin = designer.node('Site/origin/api')
  await expect(origin).toContainText('dev.example.org')
  await origin.click()
  await page.getByLabel('Origin path', { exact: true }).fill('/v2')
  await designer.showPanel('Values')
  await expect(page.getByRole('listitem').filter({ hasText: 'IsProd' })).toHaveText('IsProd false')
  await page.getByLabel('Value of Stage').selectOption('prod')
  await expect(designer.node('Site/distribution/')).toContainText('www.example.org')
  await page.getByLabel('Value of Host').fill('api.example.org')
  await page.keyboard.press('Enter')
  await expect(origin).toContainText('api.example.org/v2')
  await page.getByLabel('Name of a new environment').fill('prod')
  await page.getByRole('button', { name: 'Keep these values as an environment' }).click()
  const environment = page.getByLabel('Environment', { exact: true })
  await expect(environment).toHaveValue('prod')
  await environment.selectOption('Defaults of the source')
  await expect(origin).toContainText('dev.example.org/v2')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('Environment: prod')
  await page.keyboard.press('Enter')
  await expect(origin).toContainText('api.example.org/v2')
  await designer.saved()
  await page.reload()
  await expect(origin).toContainText('api.example.org/v2')
  await designer.showPanel('Source')
  await expect(page.locator('.view-lines')).toContainText('!Ref')
})
