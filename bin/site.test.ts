import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { linkIn, placeOf, rendered, sources } from './site.js'

const published = new Set(sources())
const pages = new Map(
  [...published].map((source) => [
    placeOf(source),
    { source, html: rendered(source, readFileSync(source, 'utf8'), published) },
  ]),
)

const linksOf = (html: string) => [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, to = '']) => to)
const idsOf = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))

/** Links of the site that lead nowhere. */
function broken(place: string, html: string): string[] {
  return linksOf(html).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', fragment] = link.split('#')
    const target = path === '' ? place : posix.normalize(posix.join(posix.dirname(place), path))
    const page = pages.get(target)
    if (page) return fragment !== undefined && !idsOf(page.html).has(fragment)
    // The page itself, its icon, and pictures.
    return !['index.html', 'favicon.svg'].includes(target) && !existsSync(target)
  })
}

test('each Markdown file of the docs is a page, and no two have one place', () => {
  expect(published.size).toBeGreaterThan(40)
  expect(pages.size).toBe(published.size)
})

test('every link of the site leads to a page, a heading or a picture of it', () => {
  for (const [place, { html, source }] of pages) expect(broken(place, html), source).toEqual([])
})

test('a link that leads nowhere is found', () => {
  const html = rendered('docs/rules.md', '[gone](rules/access.md#no-such-rule)', published)
  expect(broken('docs/rules.html', html)).toEqual(['rules/access.html#no-such-rule'])
})

test('links are relative, so that the site works below any path', () => {
  expect(linkIn('../README.md', 'docs/rules.md', published)).toBe('index.html')
  expect(linkIn('rules.md#a', 'docs/peers.md', published)).toBe('rules.html#a')
  expect(linkIn('../src/cli/main.ts', 'docs/rules.md', published)).toBeUndefined()
  for (const { html, source } of pages.values())
    expect(
      linksOf(html).filter((link) => link.startsWith('/')),
      source,
    ).toEqual([])
})

test('a tag in a text is shown and not obeyed', () => {
  expect(rendered('docs/rules.md', 'a <script>alert(1)</script>', published)).not.toContain('<script>')
})
