/** Templates written from nothing, before a judge that others wrote. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pythonProgram } from '#fixtures/python.ts'
import { readSource, writeFormat } from './index.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/templates/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const errorsOf = (files: readonly string[]): string[] => {
  try {
    execFileSync(
      pythonProgram('cfn-lint'),
      ['--format', 'parseable', '--non-zero-exit-code', 'error', ...files],
      {
        encoding: 'utf8',
      },
    )
    return []
  } catch (error) {
    // execFileSync throws an Error that carries what the command printed.
    return (error as { stdout: string }).stdout.split('\n').filter((line) => /:E\d+:/.test(line))
  }
}

test('a template written without its source has no error that cfn-lint knows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-lint-'))
  const files = Object.entries(texts).flatMap(([file, text]) => {
    // The one template that is wrong on purpose stays wrong.
    if (file.includes('bad-many') || file.includes('sam-')) return []
    const read = readSource(text)
    if (!read.ok) throw new Error(`${file} must be readable.`)
    const { source: _, ...document } = read.value.document
    const path = join(folder, `${file.replaceAll(/[^a-z0-9]/gi, '-')}.yaml`)
    writeFileSync(path, writeFormat('cloudformation-yaml', document).text)
    return [path]
  })
  expect(files.length).toBeGreaterThan(8)
  expect(errorsOf(files)).toEqual([])
}, 60_000)

test('the schemas that are kept are those of the installed cfn-lint', () => {
  const compared = execFileSync(process.execPath, ['bin/models.js', '--only=cloudformation'], {
    encoding: 'utf8',
  })
  expect(compared).toMatch(/^cloudformation\.json: .*\nnothing new\n$/)
})
