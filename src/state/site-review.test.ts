import { expect, test } from 'vitest'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { findingsBetween, reviewFile } from './site-review.ts'

const before = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: [behavior('/api/*', 'api')],
})
const target = ['resources', 'Site', 'config', 'CacheBehaviors', 0, 'TargetOriginId']
const after = applyEdit(before, setAt(target, 'nowhere'))

test('the problems that come with a change are told, and those that go with it the other way round', async () => {
  const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)
  const there = await findingsBetween(before, after)
  const back = await findingsBetween(after, before)
  expect(rulesOf(there.new)).toContain('behavior/target-missing')
  expect(rulesOf(back.gone)).toEqual(rulesOf(there.new))
  expect((await findingsBetween(before, before)).new).toEqual([])
})

test('the review is one file, with what changes, a traced request and the new problems', async () => {
  const open = setAt(target.with(-1, 'ViewerProtocolPolicy'), 'allow-all')
  const now = applyEdit(applyEdit(before, setAt(target, 'web')), open)
  const html = await reviewFile({ before: 'old.yaml', after: 'new' }, before, now)
  for (const text of ['old.yaml', '/api/*', 'web.example.org', 'traced', 'behavior/viewer-http-allowed'])
    expect(html).toContain(text)
  expect(html).not.toContain('<script')
})
