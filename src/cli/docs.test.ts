/** The generated pages are rendered in memory and compared with the disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { generatedPages } from './docs.ts'
import { comparePages, writePages } from './pages-on-disk.ts'

const none = { stale: [], missing: [], orphaned: [] }

test('the generated pages on disk are those that the code gives, no more and no fewer (npm run docs)', () => {
  const pages = generatedPages()
  expect(pages.size).toBeGreaterThan(20)
  expect(comparePages(pages, '.')).toEqual(none)
})

test('a stale page, a missing page and an orphaned page are each found, and mended by writing', () => {
  const root = mkdtempSync(join(tmpdir(), 'frontage-docs-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const pages = new Map([
    ['docs/rules.md', 'all'],
    ['docs/rules/geo/one.md', 'one'],
    ['docs/rules/geo/two.md', 'two'],
  ])
  writePages(pages, root)
  expect(comparePages(pages, root)).toEqual(none)
  writeFileSync(join(root, 'docs/rules/geo/one.md'), 'another text')
  rmSync(join(root, 'docs/rules.md'))
  writeFileSync(join(root, 'docs/rules/geo/gone.md'), 'its rule was removed')
  expect(comparePages(pages, root)).toEqual({
    stale: ['docs/rules/geo/one.md'],
    missing: ['docs/rules.md'],
    orphaned: ['docs/rules/geo/gone.md'],
  })
  writePages(pages, root)
  expect(comparePages(pages, root)).toEqual(none)
})

test('a page quotes a message as the page and the command tell it: with a capital letter', () => {
  const quoted = [...generatedPages()].flatMap(([file, text]) =>
    [...text.matchAll(/^> (.*)$/gm)].map(([, message = '']) => ({ file, message })),
  )
  expect(quoted.length).toBeGreaterThan(rules.length / 2)
  expect(quoted.filter(({ message }) => /^(the|a|an|every|all|no) /.test(message))).toEqual([])
})
