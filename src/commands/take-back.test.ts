import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { wholeDesign } from '#core/formats/whole-design.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, combine, removeAt, setAt } from '#core/model/edit.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { randomPairs } from '#fixtures/random-designs.ts'
import { dice, editBy } from '#fixtures/random-edits.ts'
import { danglingNames } from '#things/dangling.ts'
import { differencesBetween } from '#things/differences.ts'
import { type Taken, takeBack } from './take-back.ts'

const allOf = (earlier: DesignDocument, document: DesignDocument): readonly Taken[] => {
  const { things, gone } = differencesBetween(earlier, document)
  return [
    ...gone.map((one) => ({ gone: one })),
    ...things.flatMap((difference) => [
      { difference },
      ...(difference.kind === 'changed' ? difference.fields.map((field) => ({ difference, field })) : []),
    ]),
  ]
}
const countOf = (earlier: DesignDocument, document: DesignDocument) => {
  const { things, gone } = differencesBetween(earlier, document)
  return gone.length + things.reduce((sum, { fields }) => sum + Math.max(1, fields.length), 0)
}
const bare = ({ resources }: DesignDocument) =>
  JSON.parse(JSON.stringify(resources, (name, value: unknown) => (name === 'key' ? undefined : value)))

/** How many were taken back. */
function holds(earlier: DesignDocument, document: DesignDocument): number {
  let count = 0
  for (const taken of allOf(earlier, document)) {
    const back = takeBack(earlier, document, taken)
    if (!back.ok) continue
    count += 1
    const next = applyEdit(document, back.value.edit)
    expect(countOf(earlier, next)).toBeLessThan(countOf(earlier, document))
    const before = new Set([...danglingNames(document), ...danglingNames(earlier)].map(({ name }) => name))
    expect(danglingNames(next).filter(({ name }) => !before.has(name))).toEqual([])
  }
  return count
}

/** Takes back whatever can be taken back, the last first, until nothing is left. */
function allBack(earlier: DesignDocument, document: DesignDocument): DesignDocument {
  let now = document
  for (;;) {
    const next = allOf(earlier, now)
      .toReversed()
      .map((taken) => takeBack(earlier, now, taken))
      .find((back) => back.ok)
    if (!next?.ok) return now
    now = applyEdit(now, next.value.edit)
  }
}

test('each difference that is taken back is gone, and nothing then names what is not there', () => {
  let count = 0
  fc.assert(
    fc.property(randomPairs, ({ before, after }) => {
      count += holds(before, after)
    }),
    { numRuns: 40 },
  )
  expect(count).toBeGreaterThan(100)
})

test('taken back one after the other, all is as it was', () => {
  fc.assert(
    fc.property(randomPairs, ({ before, after }) => {
      const back = allBack(before, after)
      expect(differencesBetween(before, back)).toEqual({ things: [], gone: [] })
      expect(bare(back)).toEqual(bare(before))
    }),
    { numRuns: 40 },
  )
})

test('so it is after whatever people, scripts and slips did to a design', () => {
  fc.assert(
    fc.property(randomPairs, fc.array(dice, { minLength: 1, maxLength: 6 }), ({ before }, all) => {
      holds(
        before,
        all.reduce((document, one) => applyEdit(document, editBy(one, document)), before),
      )
    }),
    { numRuns: 40 },
  )
})

const texts = import.meta.glob<string>(['/src/fixtures/corpus/{templates,kinds}/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const templates = Object.entries(texts).map(([file, text]) => [file.split('/').at(-1) ?? file, text] as const)

test.each(templates)('%s: where every change is taken back, it is saved as the same bytes', (_, text) => {
  const read = readSource(text)
  if (!read.ok) throw new Error('It is not read.')
  const { document, format } = read.value
  fc.assert(
    fc.property(fc.array(dice, { minLength: 1, maxLength: 4 }), (all) => {
      const edited = all.reduce((one, die) => applyEdit(one, editBy(die, one)), document)
      if (!wholeDesign(edited).ok) return
      const back = allBack(document, edited)
      expect(differencesBetween(document, back)).toEqual({ things: [], gone: [] })
      // A distribution of another logical ID is still the same one, and its name stays.
      const areCalledSo = Object.keys(document.resources).every((name) => name in back.resources)
      if (areCalledSo) expect(writeFormat(format.id, back).text).toBe(text)
    }),
    { numRuns: 5 },
  )
})

const before = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: [behavior('/a/*', 'api'), behavior('/b/*', 'web'), behavior('/c/*', 'web')],
})
const [id = ''] = Object.keys(before.resources)
const at = (...steps: (string | number)[]) => ['resources', id, 'config', ...steps]
const taken = (document: DesignDocument, name: string): Taken => {
  const { things, gone } = differencesBetween(before, document)
  const lost = gone.find((one) => one.name === name)
  if (lost) return { gone: lost }
  const difference = things.find((one) => one.name === name)
  if (!difference) throw new Error(`Nothing differs that is called ${name}.`)
  return { difference }
}

test('a behavior that was removed is at its place again, with the origin that it leads to', () => {
  const after = applyEdit(
    before,
    combine('', [removeAt(at('CacheBehaviors', 0)), removeAt(at('Origins', 1))]),
  )
  const back = takeBack(before, after, taken(after, 'Cache behavior /a/*'))
  expect(back).toMatchObject({ ok: true, value: { also: ['Origin api'] } })
  if (back.ok) expect(bare(applyEdit(after, back.value.edit))).toEqual(bare(before))
})

test('an origin’s name goes back with what names it', () => {
  const after = applyEdit(
    before,
    combine('', [
      setAt(at('Origins', 1, 'Id'), 'rest'),
      setAt(at('CacheBehaviors', 0, 'TargetOriginId'), 'rest'),
    ]),
  )
  for (const name of ['Origin rest', 'Cache behavior /a/*']) {
    const back = takeBack(before, after, taken(after, name))
    expect(back.ok && bare(applyEdit(after, back.value.edit))).toEqual(bare(before))
  }
})

test('an origin that a new behavior leads to stays, with what to take back first', () => {
  const after = applyEdit(
    before,
    combine('', [
      setAt(at('Origins', 2), customOrigin('new')),
      setAt(at('CacheBehaviors', 3), behavior('/new/*', 'new')),
    ]),
  )
  expect(takeBack(before, after, taken(after, 'Origin new'))).toEqual({
    ok: false,
    error: 'Cache behavior /new/* needs “new”; take that back or change it first.',
  })
})
