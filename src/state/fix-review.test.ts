import { beforeEach, expect, test } from 'vitest'
import { moveItem, removeAt, setAt } from '#core/model/edit.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { currentDocument, openDesign } from './design.ts'
import { closeReview, makeReviewed, makeSafeFix, reviewFix, useFixReview } from './fix-review.ts'
import { select, useSession } from './session.ts'

const site = ['resources', 'Site', 'config'] as const
const comment = setAt([...site, 'Comment'], 'the site', 'Write a comment')
const httpsOnly = setAt(
  [...site, 'DefaultCacheBehavior', 'ViewerProtocolPolicy'],
  'https-only',
  'Use https-only',
)

beforeEach(() => {
  openDesign('design', 'Design', distribution())
  closeReview()
})

test('a fix that no request notices is made, and says how many were tried', async () => {
  await makeSafeFix(comment)
  expect(currentDocument().resources['Site']).toMatchObject({ config: { Comment: 'the site' } })
  expect(useSession.getState().message).toMatch(/All \d{3} requests that were tried are answered as before/)
})

test('a fix that a request notices is not made, but shown with what changes', async () => {
  const before = currentDocument()
  await makeSafeFix(httpsOnly)
  expect(currentDocument()).toBe(before)
  const { review } = useFixReview.getState()
  expect(review?.texts?.[1]).toContain('https-only')
  expect(review?.proof?.changed[0]).toMatchObject({
    asked: expect.stringContaining('http://'),
    before: expect.stringMatching(/^301/),
    after: expect.stringMatching(/^403/),
  })
  makeReviewed()
  expect(currentDocument()).not.toBe(before)
})

test('a change that was looked at is not made to another design', async () => {
  await reviewFix(httpsOnly)
  openDesign('other', 'Other', distribution({ Comment: 'another' }))
  const other = currentDocument()
  makeReviewed()
  expect(currentDocument()).toBe(other)
})

test('what was selected is followed where a change moves it, and left where it goes', async () => {
  const list = [...site, 'CacheBehaviors'] as const
  openDesign(
    'list',
    'List',
    distribution({ CacheBehaviors: ['/a/*', '/b/*', '/c/*'].map((pattern) => behavior(pattern, 'web')) }),
  )
  select([...list, 1])
  await reviewFix(moveItem(list, 1, 0, 'Move it up'))
  makeReviewed()
  expect(useSession.getState().selection).toEqual([...list, 0])
  await reviewFix(removeAt([...list, 0], 'Remove it'))
  makeReviewed()
  expect(useSession.getState().selection).toBeUndefined()
})

test('a fix whose trial fails is not made as safe, but shown with why nothing is known of it', async () => {
  const before = currentDocument()
  const broken = {
    ...comment,
    apply: (draft: Parameters<typeof comment.apply>[0]) => {
      comment.apply(draft)
      // No design that a file or a form gives: the engine fails on it.
      Object.assign(draft.resources['Site']?.config ?? {}, { DefaultCacheBehavior: null, CacheBehaviors: 1 })
    },
  }
  await makeSafeFix(broken)
  expect(currentDocument()).toBe(before)
  expect(useSession.getState().message).toContain('no requests could be tried')
  expect(useFixReview.getState().review?.failure).toBeTruthy()
})
