import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { rules } from '#core/rules/index.ts'
import { findProblems } from '#core/rules/run.ts'
import { gallery } from './gallery.ts'

const texts = import.meta.glob<string>('/public/examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('the gallery shows every example once, ten of them', () => {
  expect(gallery.map(({ file }) => `/public/examples/${file}`).toSorted()).toEqual(
    Object.keys(texts).toSorted(),
  )
  expect(gallery).toHaveLength(10)
})

test.each(gallery.map(({ file }) => file))('%s opens without an error', (file) => {
  const read = readSource(texts[`/public/examples/${file}`] ?? '')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const errors = findProblems(rules, { document: read.value.document }).filter(
    ({ severity }) => severity === 'error',
  )
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(read.value.notes.filter(({ severity }) => severity !== 'info')).toEqual([])
})
