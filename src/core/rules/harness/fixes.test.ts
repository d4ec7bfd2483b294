import { expect, test } from 'vitest'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { rules } from '#core/rules/index.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { type Fixing, type FixStep, fixesInTurn } from './fixes.ts'
import { findProblems } from './run.ts'

const only = rules.filter(({ id }) => id === 'behavior/unreachable')
const find = (document: DesignDocument) => findProblems(only, { document })
const unreachable: Fixing = {
  find,
  editOf: ({ fix }) => fix,
}
const patternsIn = (document: DesignDocument) =>
  distributionsIn(document).flatMap((one) => behaviorsOf(one).map(({ behavior }) => behavior.PathPattern))

function made(document: DesignDocument, fixing: Fixing, isGood: (step: FixStep) => boolean = () => true) {
  const run = fixesInTurn(document, fixing)
  const steps: FixStep[] = []
  let next = run.next()
  while (!next.done) {
    steps.push(next.value)
    next = run.next(isGood(next.value))
  }
  return { steps, document: next.value }
}

/** Of each part the wide pattern stands first, so that nothing below it runs. */
const wideFirst = (parts: number) =>
  distribution({
    CacheBehaviors: Array.from({ length: parts }, (_, part) =>
      ['*', 'api/*', 'static/*', '*.json'].map((end) => behavior(`/p${part}/${end}`, 'web')),
    ).flat(),
  })

test('fixes that name places of a list move what they say, however many were made before', () => {
  const parts = 20
  const { steps, document } = made(wideFirst(parts), unreachable)
  expect(steps).toHaveLength(3 * parts)
  for (const { edit, before, after } of steps) {
    const [, moved, above] = /^Move “(.*)” above “(.*)”$/.exec(edit.label) ?? []
    const [were, are] = [patternsIn(before), patternsIn(after)]
    expect(are.indexOf(moved)).toBe(were.indexOf(above))
    expect(are.indexOf(above)).toBe(were.indexOf(above) + 1)
  }
  expect(find(document).filter((problem) => unreachable.editOf(problem))).toEqual([])
})

test('a fix that is refused is not asked about again, and the others are made', () => {
  const { steps, document } = made(wideFirst(2), unreachable, ({ edit }) => !edit.label.includes('/p0/api'))
  expect(steps).toHaveLength(6)
  expect(new Set(steps.map(({ edit }) => edit.label)).size).toBe(6)
  expect(patternsIn(document).indexOf('/p0/api/*')).toBeGreaterThan(patternsIn(document).indexOf('/p0/*'))
})

test('fixes that undo each other come to an end', () => {
  const [rule] = rules
  if (!rule) throw new Error('There are rules.')
  const flip: Fixing = {
    find: () => [{ rule, severity: 'warning', path: [], message: 'It is the other way round.' }],
    editOf: () => ({
      label: 'Turn it',
      apply: (draft) => {
        draft.suppressions = (draft.suppressions ?? []).length > 0 ? [] : [{ rule: 'a/b', reason: 'c' }]
      },
    }),
  }
  expect(made(wideFirst(1), flip).steps.length).toBeLessThan(100)
})
