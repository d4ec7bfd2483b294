/** Names as long as CloudFront lets them be, in the smallest window: nothing is pushed out of its pane. */
import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const long = 'a-name-that-goes-on-for-as-long-as-cloudfront-lets-it-'.repeat(3).slice(0, 128)
const behavior = { TargetOriginId: long, ViewerProtocolPolicy: 'https-only' }
const policy = {
  MinTTL: 1,
  DefaultTTL: 60,
  MaxTTL: 600,
  ParametersInCacheKeyAndForwardedToOrigin: {
    EnableAcceptEncodingGzip: true,
    CookiesConfig: { CookieBehavior: 'whitelist', Cookies: [long] },
    HeadersConfig: { HeaderBehavior: 'none' },
    QueryStringsConfig: { QueryStringBehavior: 'none' },
  },
}
const site = 'Site'.repeat(30)
const template = JSON.stringify({
  Resources: {
    [`Policy${site}`]: {
      Type: 'AWS::CloudFront::CachePolicy',
      Properties: { CachePolicyConfig: { Name: long, ...policy } },
    },
    [`Function${site}`]: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: long.slice(0, 64),
        AutoPublish: true,
        FunctionCode: 'function handler(event) { return event.request }',
        FunctionConfig: { Comment: long, Runtime: 'cloudfront-js-2.0' },
      },
    },
    [site]: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Comment: long,
          Aliases: Array.from({ length: 12 }, (_, at) => `host-${at}.${'label.'.repeat(12)}example.com`),
          Origins: [
            {
              Id: long,
              DomainName: `${'label.'.repeat(30)}example.com`,
              OriginPath: `/${long}`,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            },
          ],
          DefaultCacheBehavior: { ...behavior, CachePolicyId: { Ref: `Policy${site}` } },
          CacheBehaviors: [
            {
              ...behavior,
              PathPattern: `/${long}/*`,
              CachePolicyId: { Ref: `Policy${site}` },
              FunctionAssociations: [
                {
                  EventType: 'viewer-request',
                  FunctionARN: { 'Fn::GetAtt': [`Function${site}`, 'FunctionARN'] },
                },
              ],
            },
          ],
        },
      },
    },
  },
})

/** What may be scrolled sideways: code, wide tables, and rows of tabs. */
const sideways = 'pre, code, textarea, input, table, .monaco-editor, [role="tablist"], [data-sideways]'

/** What reaches out of its pane, or makes it scroll sideways. */
const reachingOut = (page: Page) =>
  page.evaluate((allowed) => {
    const panes = [
      ...document.querySelectorAll('[data-pane="work"], [aria-label="Inspector"], [role="tree"]'),
    ]
    const hasScrolled = (one: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
    return panes.flatMap((pane) => {
      const { right } = pane.getBoundingClientRect()
      const scrolled = [pane, ...pane.querySelectorAll('*')].filter(
        (one) => hasScrolled(one) && !one.closest(allowed),
      )
      const wide = scrolled.flatMap((box) => {
        const edge = box.getBoundingClientRect().right
        return [...box.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 1)
      })
      const out = [...pane.children].filter((one) => one.getBoundingClientRect().right > right + 1)
      return [...scrolled, ...wide.slice(0, 3), ...out].map(({ outerHTML }) => outerHTML.slice(0, 160))
    })
  }, sideways)

test('names as long as may be push nothing out of its pane', async ({ designer, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await designer.start()
  await designer.openTemplate('long.json', template)
  await designer.settled()
  const look = async (view: string) => expect.soft(await reachingOut(page), view).toEqual([])
  for (const thing of await designer.outline.getByRole('treeitem').all()) {
    await thing.click()
    await look(`settings of ${await thing.getAttribute('aria-label')}`)
  }
  await designer.showProblems('All')
  await look('Problems')
  for (const problem of (await designer.problems.all()).slice(0, 12)) {
    await problem.getByRole('button').first().click()
    await look('a problem')
  }
  await designer.showPanel('Cost')
  await look('Cost')
  await designer.trace(`/${long}/x`)
  for (const view of ['Story', 'Caches', 'Why not a hit?', 'Side by side', 'Origins', 'Tests', 'What if']) {
    await page.getByRole('tab', { name: new RegExp(`^${view.replace('?', '\\?')}`) }).click()
    await look(`Trace, ${view}`)
  }
  for (const mode of ['Functions', 'Replay', 'Review', 'Ship']) {
    await designer.showPanel(mode)
    await expect(page.locator('[data-pane="work"]')).not.toBeEmpty()
    await page.waitForLoadState('networkidle')
    await look(mode)
  }
})
