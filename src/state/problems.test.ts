import { expect, test } from 'vitest'
import { suppress } from '#core/edits/suppressions.ts'
import { applyEdit } from '#core/model/edit.ts'
import { toPointer } from '#core/model/path.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { checkDesign, useProblems } from './problems.ts'

const design = distribution({ DefaultCacheBehavior: defaultBehavior('nowhere') })
const never = () => false
const told = () =>
  useProblems.getState().problems.map(({ rule, path, message }) => ({ rule: rule.id, path, message }))

test('the page finds what the command finds, in the same order', async () => {
  await checkDesign(design, never)
  expect(told()).toEqual(
    findProblems(rules, { document: design }).map(({ rule, path, message }) => ({
      rule: rule.id,
      path,
      message,
    })),
  )
})

test('accepting any one problem takes that one away and brings none', async () => {
  await checkDesign(design, never)
  const before = useProblems.getState().problems
  for (const problem of before) {
    const accepted = suppress({ rule: problem.rule.id, path: toPointer(problem.path), reason: 'decided' })
    await checkDesign(applyEdit(design, accepted), never)
    const at = before.indexOf(problem)
    expect(told()).toEqual(
      before.toSpliced(at, 1).map(({ rule, path, message }) => ({ rule: rule.id, path, message })),
    )
  }
})
