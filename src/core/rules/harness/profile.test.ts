import { expect, test } from 'vitest'
import { addDistribution } from '#core/edits/resources.ts'
import { readSource } from '#core/formats/index.ts'
import { type DesignDocument, emptyDesign } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { rules } from '#core/rules/index.ts'
import { profileNames, profilesOf, profileWords } from './profile.ts'
import { findProblems } from './run.ts'

const gallery = import.meta.glob<string>('/public/examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const atDefault = (document: DesignDocument) =>
  findProblems(rules, { document })
    .filter((problem) => profilesOf(problem).includes('essential'))
    .map(({ rule, message }) => `${rule.id}: ${message}`)

test.each(Object.entries(gallery))('%s shows nothing at the default profile', (_, text) => {
  const read = readSource(text)
  if (!read.ok) throw new Error('An example must be readable.')
  expect(atDefault(read.value.document)).toEqual([])
})

test('a new design shows nothing at the default profile', () => {
  expect(atDefault(applyEdit(emptyDesign, addDistribution(emptyDesign).edit))).toEqual([])
})

test('errors and warnings are shown in every profile, notes in those of their rule', () => {
  const rule = { profiles: ['security'] } as const
  expect(profilesOf({ severity: 'error', rule })).toEqual(profileNames)
  expect(profilesOf({ severity: 'warning', rule: {} })).toEqual(profileNames)
  expect(profilesOf({ severity: 'info', rule })).toEqual(['security', 'all'])
  expect(profilesOf({ severity: 'info', rule: {} })).toEqual(['all'])
  expect(Object.keys(profileWords)).toEqual(profileNames)
})

test('each profile between the default and all has notes of its own', () => {
  for (const topic of ['recommended', 'security', 'cost'] as const)
    expect(rules.filter(({ profiles }) => profiles?.includes(topic)).length, topic).toBeGreaterThan(5)
})
