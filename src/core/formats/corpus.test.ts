/** What every template of the corpus must survive: reading, saving unedited, one edit, and the way through each format. */
import { afterAll, expect, test } from 'vitest'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { readSource, writeFormat } from './index.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/{templates,kinds}/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const templates = Object.entries(texts).map(([file, text]) => [file.split('/').at(-1) ?? file, text] as const)

function read(text: string) {
  const result = readSource(text)
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'))
  return result.value
}
const changedLines = (before: string, after: string): number => {
  const remaining = before.split('\n')
  let added = 0
  for (const line of after.split('\n')) {
    const index = remaining.indexOf(line)
    if (index < 0) added += 1
    else remaining.splice(index, 1)
  }
  return Math.max(added, remaining.length)
}
const withoutSource = ({ resources }: DesignDocument) => resources

test.each(templates)('%s: an unedited save is the same bytes', (_, text) => {
  const { document, format } = read(text)
  expect(writeFormat(format.id, document).text).toBe(text)
})

test.each(templates)(
  '%s: every way through a format that holds all of it gives the same design',
  (_, text) => {
    const { document } = read(text)
    for (const id of ['design', 'cloudformation-yaml', 'cloudformation-json']) {
      const again = read(writeFormat(id, document).text)
      expect(withoutSource(again.document), id).toEqual(withoutSource(document))
    }
  },
)

/** How many lines each edit of the corpus changed, for the summary at the end. */
const allSizes = new Map<number, number>()

test.each(templates)('%s: one edit changes at most three lines and reads back as edited', (_, text) => {
  const { document, format } = read(text)
  const sizes: number[] = []
  for (const site of distributionsIn(document)) {
    const fields: [path: readonly (string | number)[], value: unknown][] = [
      [[...site.path, 'Comment'], 'edited'],
      [[...site.path, 'HttpVersion'], 'http3'],
      [[...site.path, 'IsIPV6Enabled'], site.config.IsIPV6Enabled !== true],
      [[...site.path, 'Origins', 0, 'ConnectionAttempts'], 1],
      ...behaviorsOf(site).map(({ path }): [readonly (string | number)[], unknown] => [
        [...path, 'ViewerProtocolPolicy'],
        'allow-all',
      ]),
      ...behaviorsOf(site).map(({ path }): [readonly (string | number)[], unknown] => [
        [...path, 'Compress'],
        false,
      ]),
    ]
    for (const [path, value] of fields) {
      const edited = applyEdit(document, setAt(path, value))
      const written = writeFormat(format.id, edited).text
      const size = changedLines(text, written)
      sizes.push(size)
      allSizes.set(size, (allSizes.get(size) ?? 0) + 1)
      expect(withoutSource(read(written).document), path.join('/')).toEqual(withoutSource(edited))
    }
  }
  expect(Math.max(...sizes), `changed lines: ${sizes.join(' ')}`).toBeLessThanOrEqual(3)
})

afterAll(() => {
  const sizes = [...allSizes].toSorted(([a], [b]) => a - b)
  console.info(
    `lines that one edit changes: ${sizes.map(([size, count]) => `${size} × ${count}`).join(', ')}`,
  )
})

test('a field is located at its key', () => {
  const text = texts['/src/fixtures/corpus/templates/bad-many.yaml'] ?? ''
  const { locate } = read(text)
  const at = locate(['resources', 'Bad', 'config', 'Origins', 0, 'OriginAccessControlId'])
  expect(text.split('\n')[(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1)).toMatch(
    /^OriginAccessControlId:/,
  )
})
