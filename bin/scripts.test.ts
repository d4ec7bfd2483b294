/** The parts of the scripts that a machine other than this one would meet. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runJobs } from './jobs.js'
import { npmCommand } from './npm.js'
import { progressLine } from './progress.js'
import { mismatches, packagesOf } from './ships.js'
import { linkTo, pinnedWheel, pythonIndex } from './uv.js'

test('npm is started as a script, which Windows can do without a shell', () => {
  const npm = '/usr/lib/node_modules/npm/bin/npm-cli.js'
  expect(npmCommand({ env: { npm_execpath: npm }, execPath: '/node' })).toEqual(['/node', [npm]])
})

test('another package manager’s script is not taken for npm’s', () => {
  const env = { npm_execpath: '/usr/lib/pnpm.cjs' }
  expect(npmCommand({ env, execPath: '/nowhere/bin/node' })).toEqual(['npm', []])
})

test('each platform has one wheel of uv, with its hash', () => {
  const names = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'].map(
    (platform) => {
      const wheel = pinnedWheel(platform)
      expect(wheel?.sha256, platform).toMatch(/^[0-9a-f]{64}$/)
      return wheel?.name
    },
  )
  expect(new Set(names).size).toBe(6)
  expect(pinnedWheel('aix-ppc64')).toBeUndefined()
})

test('the index is the one that pip or uv of this machine uses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-pip-'))
  const file = join(folder, 'pip.conf')
  writeFileSync(file, '[global]\ntimeout = 60\nindex-url = https://mirror.example/simple/\n')
  const nowhere = { XDG_CONFIG_HOME: folder, APPDATA: folder }
  expect(pythonIndex({ ...nowhere, PIP_CONFIG_FILE: file })).toBe('https://mirror.example/simple/')
  expect(pythonIndex({ ...nowhere, PIP_CONFIG_FILE: file, PIP_INDEX_URL: 'https://other.example/' })).toBe(
    'https://other.example/',
  )
})

test('a file is found on a page of the index, wherever its link leads', () => {
  const page = 'https://mirror.example/simple/uv/'
  const html = '<a href="../../files/a/uv-1-x.whl#sha256=00" data-requires-python="&gt;=3.8">uv-1-x.whl</a>'
  expect(linkTo(html, 'uv-1-x.whl', page)).toBe('https://mirror.example/files/a/uv-1-x.whl')
  expect(linkTo(html, 'uv-2-x.whl', page)).toBeUndefined()
})

const node = (title: string, code: string, after: string[] = []) => ({ title, args: ['-e', code], after })

test('a job runs after those that it names, and what one writes is told when it ends', async () => {
  const told: string[] = []
  const jobs = [node('second', 'console.log(2)', ['first']), node('first', 'console.log(1)')]
  const isWell = await runJobs(jobs, 2, ({ job, output, ok }) => {
    told.push(`${job.title} ${output.trim()}`)
    return ok
  })
  expect([isWell, told]).toEqual([true, ['first 1', 'second 2']])
})

test('the first job that fails ends the others, and no other begins', async () => {
  const told: string[] = []
  const jobs = [
    node('endless', 'setInterval(() => {}, 1000)'),
    node('wrong', 'process.exit(3)'),
    node('later', '', ['endless']),
  ]
  const isWell = await runJobs(jobs, 2, ({ job, ok }) => {
    told.push(job.title)
    return ok
  })
  expect([isWell, told]).toEqual([false, ['wrong']])
})

test('what is prepared is one line, and says how long it took', () => {
  const lines = (isTTY: boolean) => {
    const written: string[] = []
    let time = 0
    const clock = () => {
      time += 7000
      return time
    }
    const progress = progressLine({ isTTY, write: (text) => written.push(text) }, clock)
    progress.now('installing packages')
    progress.now('building the page')
    progress.done('Frontage is built')
    return written.join('')
  }
  expect(lines(false)).toBe(
    'Preparing Frontage: installing packages, building the page. Frontage is built; that took 7 s.\n',
  )
  expect(lines(true).split('\r\u001b[K').at(-1)).toBe('Frontage is built; that took 7 s.\n')
})

test('nothing is said where nothing had to be done', () => {
  const written: string[] = []
  progressLine({ write: (text) => written.push(text) }).done('Frontage is built')
  expect(written).toEqual([])
})

test('a package that the command imports and does not depend on is told, and one that only the page needs', () => {
  const code =
    "import { x } from 'yaml'\nexport * from '@aws-sdk/a/b.js'\nawait import('react')\nimport 'node:fs'\nimport './own.js'"
  const imported = packagesOf(code)
  expect([...imported].sort()).toEqual(['@aws-sdk/a', 'react', 'yaml'])
  expect(mismatches(imported, ['yaml', '@aws-sdk/a', 'uplot'])).toEqual([
    'The command imports “react”, which is not among the dependencies.',
    expect.stringContaining('“uplot” is a dependency that the command does not import'),
  ])
})
