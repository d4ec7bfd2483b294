/** A text that is read by its parts gives what reading all of it gives, after any edit. */
import { expect, test } from 'vitest'
import { movedTree } from './moved-tree.ts'
import { partsAfter } from './reread.ts'
import type { Parts } from './text-parts.ts'
import { readTextTree, readWhole } from './text-tree.ts'
import { startOf, type TextTree, type Tree } from './tree.ts'

const texts = import.meta.glob<string>('/src/fixtures/corpus/{templates,kinds}/*.{yaml,yml}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const templates = Object.entries(texts).map(([file, text]) => [file.split('/').at(-1) ?? file, text] as const)

function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let next = Math.imul(state ^ (state >>> 15), 1 | state)
    next = (next + Math.imul(next ^ (next >>> 7), 61 | next)) ^ next
    return ((next ^ (next >>> 14)) >>> 0) % below
  }
}

const typed = [
  ...['a', 'x: 1', ' ', '  ', '\n', '\n  ', '\n    ', '\n  New: { Type: A }\n', '\nNew: 1\n', '\n\n'],
  ...[':', ': ', '- ', '\n- b\n', '"', "'", '#', ' # why', '\n# why\n', '\n  # why\n', '|', '>-', '|+\n'],
  ...['&a ', '*a', '<<: *a', '<<: {b: 1}', '{', '}', '[', ']', ',', '\t', '\r\n', '\r', '---\n', '\n---\n'],
  ...['...\n', '\n...\n', '%YAML 1.1\n', '!Ref ', '!Sub ', '!!map ', '? ', '\n? b\n', '~', 'null', '0x1f'],
  ...[
    '\n  Type: B',
    'Resources:\n',
    '\u{FEFF}',
    '\u00e9',
    '\u{1F600}',
    '\\',
    '__proto__: 1',
    '@',
    '`',
    '012',
  ],
]

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

function editOf(text: string, next: (below: number) => number): Edit {
  const start = next(text.length + 1)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', start) + 1 || text.length
  const some = typed[next(typed.length)] ?? ''
  const kinds: readonly (() => Edit)[] = [
    () => ({ start, end: start, text: some }),
    () => ({ start, end: Math.min(text.length, start + 1 + next(3)), text: '' }),
    () => ({ start, end: Math.min(text.length, start + next(80)), text: next(2) === 0 ? '' : some }),
    () => ({ start: lineStart, end: lineEnd, text: '' }),
    () => ({ start: lineEnd, end: lineEnd, text: text.slice(lineStart, lineEnd) }),
    () => ({ start: lineStart, end: lineStart, text: some }),
    () => ({ start: lineStart, end: lineStart, text: ' '.repeat(1 + next(4)) }),
    () => ({ start: lineEnd, end: lineEnd, text: `${' '.repeat(next(12))}${some}\n` }),
    () => ({ start: Math.max(lineStart, lineEnd - 1), end: Math.max(lineStart, lineEnd - 1), text: some }),
  ]
  return (kinds[next(kinds.length)] ?? kinds[0])?.() ?? { start, end: start, text: '' }
}

/** Everything that a tree says of its values and their places. */
function toldBy(tree: TextTree): unknown[] {
  const told: unknown[] = []
  const walk = (value: Tree | undefined): void => {
    if (typeof value !== 'object' || value === null) return
    told.push(tree.startOf(value))
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      const site = tree.siteOf(value, key)
      const start = site && startOf(site)
      told.push([key, start, start === undefined ? start : tree.positionOf(start), site?.shared])
      walk((value as { readonly [key: string | number]: Tree })[key])
    }
  }
  walk(tree.root)
  return [JSON.stringify(tree.root), told, tree.repeats, tree.hasAliases]
}

const nodesOf = (tree: TextTree): unknown[] => {
  const told: unknown[] = []
  const walk = (value: Tree | undefined): void => {
    if (typeof value !== 'object' || value === null) return
    told.push(tree.nodeOf(value)?.range)
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      const site = tree.siteOf(value, key)
      told.push(site?.key?.range, site?.value.range)
      walk((value as { readonly [key: string | number]: Tree })[key])
    }
  }
  walk(tree.root)
  return told
}

/** Reads a version of a text both ways; gives its parts, or those that are to be typed on from where it does not read. */
function readBoth(before: Parts, text: string, isAllCompared: boolean) {
  const whole = readWhole(text)
  const after = partsAfter(before, text, Number.POSITIVE_INFINITY)
  if (after) {
    if (!whole.ok) throw new Error(`It reads by its parts alone: ${JSON.stringify(text)}`)
    const tree = movedTree(after, () => whole.value.tree)
    expect(toldBy(tree)).toEqual(toldBy(whole.value.tree))
    if (isAllCompared) expect(nodesOf(tree)).toEqual(nodesOf(whole.value.tree))
  }
  return {
    isByParts: after !== undefined,
    isRead: whole.ok,
    parts: after ?? (whole.ok ? whole.value.parts : undefined),
  }
}

/** Edits a text again and again; tells how many of its versions were read by their parts. */
function edited(original: string, seed: number, count: number): { byParts: number; read: number } {
  const next = random(seed)
  const tally = { byParts: 0, read: 0 }
  let text = original
  for (let at = 0, parts = partsIn(text); at < count && parts; at += 1) {
    const { start, end, text: put } = editOf(text, next)
    const now = text.slice(0, start) + put + text.slice(end)
    const { isByParts, isRead, parts: after } = readBoth(parts, now, at % 8 === 0)
    if (isByParts) tally.byParts += 1
    if (isRead) tally.read += 1
    if (!after || next(12) === 0) continue
    text = now
    parts = after
  }
  return tally
}

function partsIn(text: string): Parts | undefined {
  const read = readWhole(text)
  return read.ok ? read.value.parts : undefined
}

const rounds = process.env['CI'] ? 60 : 8

test.each(templates)('%s: reads by its parts as it does as a whole, after any edits', (_, text) => {
  for (const line of ['\n', '\r\n'])
    edited(text.replaceAll(/\r?\n/g, line), line.length + text.length, rounds)
})

test('most versions of a text that read at all need only a part of it to be read', () => {
  const all = templates.map(([, text], seed) => edited(text, seed, 25))
  const sum = (of: 'byParts' | 'read') => all.reduce((total, one) => total + one[of], 0)
  expect(sum('byParts') / sum('read')).toBeGreaterThan(0.6)
})

const resource = (name: string, more = '') => `  ${name}:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ${name.toLowerCase()}${more}
`
const large = (count: number, more = '') =>
  `Resources:\n${Array.from({ length: count }, (_, at) => resource(`R${at}`, at === 500 ? more : '')).join('')}`

test('a large text that differs in one resource is the same tree elsewhere', () => {
  const [before, after] = [readTextTree(large(1000)), readTextTree(large(1000, '-x'))]
  const resourcesOf = (read: typeof before) =>
    (read.ok ? read.value.root : null) as { Resources: { [id: string]: Tree } }
  const [one, other] = [resourcesOf(before).Resources, resourcesOf(after).Resources]
  expect(other['R500']).toMatchObject({ Properties: { BucketName: 'r500-x' } })
  expect(Object.keys(other).filter((id) => other[id] !== one[id])).toEqual(['R500'])
})

test.each([
  ['an anchor', 'x: &a 1\ny: *a\n'],
  ['a directive', '%YAML 1.2\n---\nx: 1\ny: 2\n'],
  ['a second document', 'x: 1\n---\ny: 2\n'],
  ['a key twice', 'x: 1\nx: 2\n'],
  ['a merge key', '<<: { a: 1 }\nx: 1\n'],
  ['brackets', '{ x: 1, y: 2 }\n'],
  ['a key with a question mark', '? x\n: 1\ny: 2\n'],
])('%s keeps a text from being cut', (_, text) => {
  expect(partsIn(text)).toBeUndefined()
})
