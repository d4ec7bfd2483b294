import { expect, test } from 'vitest'
import { prove } from '#core/review/probes.ts'
import { sideOf } from '#core/review/side.ts'
import { reviewSite } from '#core/review/site-review.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { reviewHtml } from './html.ts'

const design = (seconds: number) =>
  distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Short' } }),
    },
    { Short: cachePolicy({ Name: 'short', DefaultTTL: seconds, MaxTTL: 86_400 }) },
  )

test('requests that read the same are told once, and paper is light whatever the screen is', async () => {
  const review = reviewSite(sideOf(design(60), 'Site'), sideOf(design(300), 'Site'))
  const probes = await prove(review)
  expect(probes.length).toBeGreaterThan(1)
  const html = reviewHtml({
    sources: { before: 'old.yaml', after: 'new.yaml' },
    sites: [
      {
        before: 'Site',
        after: 'Site',
        review,
        probes,
        findings: { new: [], gone: [], unchanged: 0 },
        log: null,
      },
    ],
    gone: [],
    added: [],
    urls: {},
  })
  const rows = html.match(/<tr class="differs">.*?<\/tr>/gs) ?? []
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows).size).toBe(rows.length)
  expect(html.indexOf('@media print')).toBeGreaterThan(html.indexOf('prefers-color-scheme: dark'))
})
