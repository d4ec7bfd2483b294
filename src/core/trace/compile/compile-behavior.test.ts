import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

test('cookie names with wildcards key the cookies that they match, in policies as in legacy settings', async () => {
  const names = ['wordpress_logged_in_*']
  const behaviors = [
    defaultBehavior('web', { CachePolicyId: { ref: 'Policy' } }),
    {
      TargetOriginId: 'web',
      ViewerProtocolPolicy: 'allow-all' as const,
      ForwardedValues: {
        QueryString: false,
        Cookies: { Forward: 'whitelist' as const, WhitelistedNames: names },
      },
    },
  ]
  for (const DefaultCacheBehavior of behaviors) {
    const document = distribution(
      { DefaultCacheBehavior },
      { Policy: cachePolicy({}, { CookiesConfig: { CookieBehavior: 'whitelist', Cookies: names } }) },
    )
    const simulation = createSimulation({ document, origins: {} })
    const { cacheKey, originRequests } = await simulation.request({
      url: '/',
      headers: { Cookie: 'wordpress_logged_in_0a1b=anna; _ga=1' },
    })
    expect(cacheKey?.cookies).toEqual({ wordpress_logged_in_0a1b: 'anna' })
    expect(originRequests[0]?.headers['cookie']).toBe('wordpress_logged_in_0a1b=anna')
  }
})
