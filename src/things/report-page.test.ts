import { expect, test } from 'vitest'
import { cachePolicy, distribution } from '#fixtures/build.ts'
import { reportPage } from './report-page.ts'

const input = {
  name: 'Shop <script>',
  document: distribution(),
  noteAt: () => 'ask Ann',
  date: '29 November 2026',
  problems: [
    { severity: 'error', message: 'No origin is called “a&b”.', rule: 'origin/unknown' },
    { severity: 'info', message: 'It has no comment.', rule: 'config/comment' },
  ],
  traces: [{ request: 'GET /a', words: 'It is a <b>miss</b>.' }],
  replay: ['900 requests'],
}

test('a report is one file that runs nothing, and says what it says as text', () => {
  const html = reportPage(input)
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/<script|<b>miss|src="http/)
  expect(html).toContain('Shop &lt;script&gt;')
  expect(html).toContain('<svg')
  for (const text of [
    '1 problem',
    'No origin is called “a&amp;b”.',
    '1 note left out',
    'ask Ann',
    'GET /a',
    '900 requests',
  ])
    expect(html).toContain(text)
  expect(html).not.toContain('It has no comment.')
})

test('what was written on the drawing is in it, as text', () => {
  const note = { kind: 'note', text: 'ask <b>Ann</b>', x: 1, y: 2, width: 200, height: 96 } as const
  const document = { ...distribution(), stickies: { 'note-1': note, 'frame-1': { ...note, text: ' ' } } }
  const html = reportPage({ ...input, document })
  expect(html).toContain('<h2>Notes on the drawing</h2><ul><li>ask &lt;b&gt;Ann&lt;/b&gt;</li></ul>')
})

test('what there is none of has no heading', () => {
  const html = reportPage({ ...input, problems: [], traces: [], replay: [] })
  expect(html).toContain('No errors and no warnings')
  expect(html).not.toContain('traced request')
  expect(html).not.toContain('Replay')
  expect(html).not.toContain('Notes on the drawing')
})

test('a behavior tells where it leads, and a policy what it says', () => {
  const html = reportPage({
    ...input,
    document: distribution({}, { Pages: cachePolicy({ DefaultTTL: 4711 }) }),
  })
  expect(html).toContain('<td>→ web · ')
  expect(html).toMatch(/<td>Cache policy<\/td><td>Pages<\/td><td>[^<]*4711/)
})
