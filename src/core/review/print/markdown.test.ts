import { expect, test } from 'vitest'
import type { Report, SiteReport } from '#core/review/report.ts'
import { sideOf } from '#core/review/side.ts'
import { reviewSite } from '#core/review/site-review.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { reviewHtml } from './html.ts'
import { reviewMarkdown } from './markdown.ts'
import { code, escaped } from './markdown-text.ts'

const reportOf = (
  before: Parameters<typeof sideOf>[0],
  after: typeof before,
  more: Partial<SiteReport> = {},
): Report => ({
  sources: { before: 'old.yaml', after: 'new.yaml' },
  sites: [
    {
      before: 'Site',
      after: 'Site',
      review: reviewSite(sideOf(before, 'Site'), sideOf(after, 'Site')),
      probes: [],
      findings: { new: [], gone: [], unchanged: 0 },
      log: null,
      ...more,
    },
  ],
  gone: [],
  added: [],
  urls: {},
})

test('names of a template are text in a comment: no mention, no markup, no reference, no cell', () => {
  expect(escaped('@octocat #12 <b> a|b *x* [l](u) https://e.org\n# h')).toBe(
    '&#64;octocat &#35;12 &lt;b&gt; a\\|b \\*x\\* \\[l\\](u) https:&#47;&#47;e.org &#35; h',
  )
  expect(code('a`b')).toBe('`` a`b ``')
})

const hostile = '"><script>alert(1)</script>@octocat</details>'

test('a hostile name breaks out of neither a comment nor a page', () => {
  const report = reportOf(
    distribution({ Origins: [customOrigin('web')] }),
    distribution({
      Origins: [customOrigin('web'), customOrigin(hostile)],
      CacheBehaviors: [behavior('/a/*', hostile)],
    }),
  )
  const markdown = reviewMarkdown(report)
  expect(markdown).not.toContain('<script>')
  expect(markdown).not.toMatch(/[^`]@octocat/)
  expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length)
  expect(reviewHtml(report)).not.toContain('<script>')
})

test('however much changes, a comment stays under 60 KB and keeps the dangers', () => {
  const many = (origin: (at: number) => string) =>
    distribution({
      Origins: Array.from({ length: 300 }, (_, at) => customOrigin(`origin-${at}`)),
      CacheBehaviors: Array.from({ length: 300 }, (_, at) =>
        behavior(
          `/${'folder-'.repeat(12)}${at}/*`,
          origin(at),
          at % 2 === 0 ? {} : { ViewerProtocolPolicy: 'allow-all' },
        ),
      ),
    })
  const report = reportOf(
    many((at) => `origin-${at}`),
    many((at) => `origin-${(at + 1) % 300}`),
  )
  const markdown = reviewMarkdown(report)
  expect(new TextEncoder().encode(markdown).length).toBeLessThan(60_000)
  expect(markdown).toContain('300 changes')
  expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length)
})
