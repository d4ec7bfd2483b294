import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectOf, projectsOfRun } from './project-file.ts'

test('a run asks for the project file of a folder once, and another run asks again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-project-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const source = join(folder, 'site.yaml')
  const inRun = projectsOfRun()
  const before = await inRun(source)
  writeFileSync(join(folder, 'frontage.json'), '{ "profile": "all" }')
  expect(await inRun(join(folder, 'other.yaml'))).toBe(before)
  expect(await projectOf(source)).toMatchObject({ ok: true, value: { profile: 'all' } })
})
