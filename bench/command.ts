/**
 * What the command costs to start, in processor time of the whole process, as a Markdown table: `node bench/run.js
 * command` after `npm run build`. Beside it bare Node and, where the tests' Python environment is, cfn-lint on the same
 * file. Medians of nine; needs a POSIX shell.
 */
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeFormat } from '#core/formats/index.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { pythonProgramIfThere } from '#fixtures/python.ts'
import { medianCost } from './processor-time.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))

const medianOf = (program: string, args: readonly string[], count?: number): string =>
  `${Math.round(medianCost(program, args, count))} ms`

/** What a package has of it, in a folder without sources. */
function installedIn(root: string): string {
  for (const part of ['bin', 'dist/chunks/cli', 'dist/command.json', 'package.json'])
    cpSync(part, join(root, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  return join(root, 'bin/frontage.cjs')
}

const template = (behaviors: number, name: string): string => {
  const file = join(folder, name)
  const design = distribution({
    Origins: [customOrigin('web'), customOrigin('api')],
    CacheBehaviors: Array.from({ length: behaviors }, (_, at) => behavior(`/part-${at}/*`, 'api')),
    DefaultCacheBehavior: defaultBehavior('web'),
  })
  writeFileSync(file, writeFormat('cloudformation-yaml', design).text)
  return file
}

try {
  const small = template(5, 'small.yaml')
  const many = Array.from({ length: 200 }, (_, at) => template(5, `many-${at}.yaml`))
  const installed = installedIn(join(folder, 'installed'))
  const by = (file: string, args: readonly string[]) => {
    // A first run gathers what is kept compiled, and a second compiles it.
    medianOf(process.execPath, [file, ...args], 1)
    return medianOf(process.execPath, [file, ...args])
  }
  const frontage = (...args: string[]) => by(installed, args)
  const linter = pythonProgramIfThere('cfn-lint')
  const beside = (args: readonly string[]) =>
    linter === undefined ? 'cfn-lint is not here' : `cfn-lint ${medianOf(linter, args, 3)}`
  const rows = [
    ['bare Node', medianOf(process.execPath, ['-e', '0']), ''],
    ['frontage --version', frontage('--version'), beside(['--version'])],
    ['frontage check, 5 behaviors', frontage('check', small), beside([small])],
    ['the same in a checkout', by(resolve('bin/frontage.js'), ['check', small]), ''],
    ['frontage check, 200 templates', frontage('check', ...many), ''],
  ]
  console.log('| processor time | Frontage | peer in the same run |\n| - | - | - |')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
} finally {
  rmSync(folder, { recursive: true })
}
