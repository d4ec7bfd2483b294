import { expect, test } from 'vitest'
import { suppress } from '#core/edits/suppressions.ts'
import { applyEdit } from '#core/model/edit.ts'
import { toPointer } from '#core/model/path.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { openDesign } from './design.ts'
import { checkDesign, chooseProfile, isNew, useProblems } from './problems.ts'

const design = distribution({ DefaultCacheBehavior: defaultBehavior('nowhere') })
const never = () => false
const told = () =>
  useProblems.getState().all.map(({ rule, path, message }) => ({ rule: rule.id, path, message }))

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
  const before = useProblems.getState().all
  for (const problem of before) {
    const accepted = suppress({ rule: problem.rule.id, path: toPointer(problem.path), reason: 'decided' })
    await checkDesign(applyEdit(design, accepted), never)
    const at = before.indexOf(problem)
    expect(told()).toEqual(
      before.toSpliced(at, 1).map(({ rule, path, message }) => ({ rule: rule.id, path, message })),
    )
  }
})

test('a profile shows errors and warnings, and the notes of its topic', async () => {
  await checkDesign(design, never)
  const severities = () => new Set(useProblems.getState().problems.map(({ severity }) => severity))
  expect(severities()).not.toContain('info')
  chooseProfile('all')
  expect(useProblems.getState().problems).toEqual(useProblems.getState().all)
  chooseProfile('cost')
  const notes = useProblems.getState().problems.filter(({ severity }) => severity === 'info')
  expect(notes.length).toBeGreaterThan(0)
  expect(notes.every(({ rule }) => rule.profiles?.includes('cost'))).toBe(true)
  chooseProfile('essential')
})

test('what an edit brings is new until another design is opened', async () => {
  const isAnyNew = () => useProblems.getState().all.some((one) => isNew(one, useProblems.getState().opened))
  openDesign('first', 'First', distribution())
  await checkDesign(distribution(), never)
  expect(isAnyNew()).toBe(false)
  await checkDesign(design, never)
  expect(isAnyNew()).toBe(true)
  openDesign('second', 'Second', design)
  await checkDesign(design, never)
  expect(isAnyNew()).toBe(false)
})
