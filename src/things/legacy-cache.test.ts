import { expect, test } from 'vitest'
import type { DefaultCacheBehavior } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { cacheTitle, legacyCache } from './legacy-cache.ts'
import { thingAt } from './thing.ts'

const places = [
  ['resources', 'Site', 'config', 'DefaultCacheBehavior'],
  ['resources', 'Site', 'config', 'CacheBehaviors', 0],
] as const
const design = distribution({ CacheBehaviors: [behavior('/a/*', 'web')] })

/** Where a field stands in the form of a behavior: under which heading, and whether that is folded. */
function whereIs(fields: Partial<DefaultCacheBehavior>, place: (typeof places)[number]) {
  const edits = Object.entries(fields).map(([name, value]) => setAt([...place, name], value))
  const thing = thingAt(edits.reduce(applyEdit, design), place)
  return (name: string) =>
    thing?.sections
      .filter(({ fields: own }) => own.some(({ path }) => path.join('.') === name))
      .map(({ title, isMore = false }) => ({ title, isMore }))
}

const legacyNames = legacyCache.fields.map(({ path }) => path.join('.'))

test('legacy cache settings stand unfolded beside the cache policy as soon as one of them is set', () => {
  const shown = [{ title: cacheTitle, isMore: false }]
  for (const place of places)
    for (const fields of [{ MinTTL: 0 }, { MaxTTL: 60 }, { ForwardedValues: { QueryString: false } }]) {
      const find = whereIs(fields, place)
      for (const name of legacyNames) expect(find(name), name).toEqual(shown)
      expect(find('CachePolicyId')).toEqual(shown)
    }
})

test('where none of them is set they are folded, and each stands in the form once', () => {
  for (const place of places)
    for (const name of legacyNames)
      expect(whereIs({}, place)(name), name).toEqual([{ title: legacyCache.title, isMore: true }])
})
