import { beforeEach, expect, test } from 'vitest'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { currentDocument, openDesign } from './design.ts'
import { closeReview, makeReviewed, useFixReview } from './fix-review.ts'
import { commonEdit, lookAtPlaces, lookAtSafeFixes } from './fix-together.ts'
import { useProblems } from './problems.ts'

/** Two wide patterns above narrow ones that lead elsewhere, and a name with capital letters. */
const faulty = distribution({
  Aliases: ['WWW.shop.test'],
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: ['a', 'b'].flatMap((part) => [
    behavior(`/${part}/*`, 'web'),
    behavior(`/${part}/api/*`, 'api'),
    behavior(`/${part}/more/*`, 'api'),
  ]),
})
const review = () => useFixReview.getState().review
const found = (id: string) => useProblems.getState().problems.filter(({ rule }) => rule.id === id)
const patterns = () =>
  distributionsIn(currentDocument()).flatMap((one) =>
    behaviorsOf(one).map((placed) => placed.behavior.PathPattern),
  )

beforeEach(() => {
  closeReview()
  openDesign('design', 'Design', faulty)
  useProblems.setState({ problems: findProblems(rules, { document: faulty }) })
})

test('what requests would notice is left to the person, with what it is', async () => {
  await lookAtSafeFixes()
  const { made = [], left = [], edit } = review() ?? {}
  expect(made.flatMap(({ labels }) => labels)).toContain('Use lower case')
  expect(left).toEqual([
    {
      summary: expect.stringContaining('never reached'),
      labels: expect.arrayContaining(['Move “/a/api/*” above “/a/*”', 'Move “/b/more/*” above “/b/*”']),
    },
  ])
  expect(edit?.label).toMatch(/^Fix \d+ problems?$/)
  makeReviewed()
  expect(patterns().slice(0, 3)).toEqual(['/a/*', '/a/api/*', '/a/more/*'])
})

test('all places of one cause are mended together, each where its message says', async () => {
  const problems = found('behavior/unreachable')
  expect(problems).toHaveLength(4)
  const label = commonEdit(problems) ?? ''
  await lookAtPlaces(problems, label)
  expect(review()?.title).toBe('Fix in 4 places')
  expect(review()?.proof?.where).toBe('by the 4 behaviors that it touches')
  expect(review()?.proof?.changed.length).toBeGreaterThan(0)
  makeReviewed()
  expect(patterns().indexOf('/a/*')).toBe(2)
  expect(patterns().indexOf('/b/*')).toBe(5)
})

test('a look that is closed while fixes are gathered adds nothing and changes nothing', async () => {
  const looking = lookAtSafeFixes()
  closeReview()
  await looking
  expect(review()).toBeUndefined()
  expect(currentDocument()).toBe(faulty)
})

test('problems that have no change in common, or are alone, have none for all places', () => {
  expect(commonEdit(found('behavior/unreachable').slice(0, 1))).toBeUndefined()
  expect(commonEdit(useProblems.getState().problems.filter(({ fix }) => !fix))).toBeUndefined()
})
