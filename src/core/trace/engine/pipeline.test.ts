import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type StageId, stageList } from './pipeline.ts'
import { defineStage } from './stage.ts'

const ids: readonly StageId[] = stageList.map(({ id }) => id)

test('every stage has an id of its own', () => {
  expect(new Set(ids).size).toBe(ids.length)
})

test('every file of the stages is in the pipeline', () => {
  const files = readdirSync('src/core/trace/stages')
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => name.replace('.ts', ''))
  // The three caches are one stage at three places.
  const tiers: readonly string[] = ['edge-cache', 'regional-edge-cache', 'origin-shield']
  expect(files.sort()).toEqual([...ids.filter((id) => !tiers.includes(id)), 'cache-tiers'].sort())
})

test('a stage that does not say how it is explained does not compile, nor does an id that no stage has', () => {
  const planted = {
    id: 'planted',
    title: 'Planted',
    basis: { inferred: 'a test' },
    run: () => undefined,
  } as const
  // @ts-expect-error: `explained` is missing.
  defineStage({ ...planted, at: 'row' })
  // @ts-expect-error: `at` is missing.
  defineStage({ ...planted, explained: 'never' })
  // @ts-expect-error: there is no such stage.
  const unknown: StageId = 'planted'
  expect(ids).not.toContain(unknown)
})
