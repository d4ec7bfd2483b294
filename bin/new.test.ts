/** A unit of each kind is written into a copy of the sources, and what comes of it compiles. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scaffold } from './new.js'

const names: Readonly<Record<string, string>> = {
  rule: 'origin/planted-rule',
  stage: 'planted-stage',
  hint: 'planted-hint',
  origin: 'planted-origin',
  format: 'planted-format',
  resource: 'planted-resource',
  panel: 'planted-panel',
}
/** Files written and lines added, as ARCHITECTURE.md promises them. */
const touches: Readonly<Record<string, number>> = {
  rule: 3,
  stage: 2,
  hint: 2,
  origin: 2,
  format: 2,
  resource: 2,
  panel: 3,
}

function copyOfSources(): string {
  const root = mkdtempSync(join(tmpdir(), 'frontage-new-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const part of ['src', 'bin', 'tsconfig.json', 'package.json', 'vite.config.ts', 'vitest.config.ts'])
    cpSync(part, join(root, part), { recursive: true, filter: (file) => !file.includes('corpus') })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir')
  return root
}

test('a unit of each kind touches the files that were promised, and compiles', () => {
  const root = copyOfSources()
  for (const [kind, name] of Object.entries(names)) {
    const { error, touched = [] } = scaffold(root, kind, name)
    expect(error, kind).toBeUndefined()
    expect(new Set(touched).size, kind).toBe(touches[kind])
  }
  // One error of ours shows that the check is alive.
  writeFileSync(join(root, 'src/core/trace/stages/wrong.ts'), "export const wrong: number = 'text'\n")
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', root], { encoding: 'utf8' })
  const faults = [...stdout.matchAll(/((?:src|bin)\/[\w./-]+)\(\d+,\d+\): error/g)].map(([, file]) => file)
  expect(faults).toEqual(['src/core/trace/stages/wrong.ts'])
})

test('what is there is not overwritten, and a name that is none is told', () => {
  expect(scaffold('.', 'stage', 'cache-key').error).toContain('already there')
  expect(scaffold('.', 'rule', 'Origin').error).toContain('group/what-is-wrong')
  expect(scaffold('.', 'dog', 'x').error).toContain('npm run new')
  expect(scaffold('.', 'rule', 'no-such-group/x').error).toContain('There is no')
})
