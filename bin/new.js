/**
 * `npm run new KIND NAME`: writes the files of a new unit and its line in the registry, then the generated pages. What is
 * written compiles; what it means is left to be filled in, at each `TODO`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root as projectRoot } from './install.js'
import { templates } from './templates.js'

const kinds = Object.keys(templates)
const usage = `npm run new ${kinds.join('|')} NAME, as in “npm run new rule origin/two-hosts”`

/** Writes a unit below a folder; gives the files that it touched, or one sentence on why it did nothing. */
export function scaffold(root, kind, name) {
  const template = templates[kind]
  if (!template?.name.test(name ?? '')) return { error: `${usage}. ${template?.says ?? ''}`.trim() }
  const { files, lines } = template.make(name)
  const there = Object.keys(files).find((file) => existsSync(join(root, file)))
  if (there) return { error: `${there} is already there.` }
  const changed = new Map()
  for (const { file, before, line } of lines) {
    if (!existsSync(join(root, file))) return { error: `There is no ${file}.` }
    const text = changed.get(file) ?? readFileSync(join(root, file), 'utf8')
    const at = text.search(before)
    if (at < 0) return { error: `${file} has no place for “${line.trim()}”.` }
    changed.set(file, `${text.slice(0, at)}${line}${text.slice(at)}`)
  }
  for (const [file, text] of [...Object.entries(files), ...changed]) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return { touched: [...Object.keys(files), ...changed.keys()] }
}

const node = (...args) => spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' })

if (process.argv[1]?.endsWith('new.js')) {
  const [, , kind, name] = process.argv
  const { error, touched = [] } = scaffold(projectRoot, kind, name)
  if (error) {
    process.stderr.write(`${error}\n`)
    process.exit(2)
  }
  node(join(projectRoot, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...touched)
  if (kind === 'rule' || kind === 'stage') node(join(projectRoot, 'bin/frontage.js'), 'docs')
  if (kind === 'panel')
    node(join(projectRoot, 'node_modules/vitest/vitest.mjs'), 'run', 'src/fixtures/layers.test.ts', '-u')
  process.stdout.write(`${touched.join('\n')}\nNow fill in each TODO.\n`)
}
