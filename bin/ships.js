/** What people get, held against what package.json says: the command runs by `dependencies` alone, and needs each of them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'acorn'
import { root } from './install.js'

function* nodesOf(node) {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one)
  else if (typeof node?.type === 'string') {
    yield node
    for (const part of Object.values(node)) if (typeof part === 'object') yield* nodesOf(part)
  }
}

/** What a node of a syntax tree asks for by name, as a module of either kind does. */
function askedBy({ type, source, callee, arguments: args }) {
  if (/^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration)$/.test(type)) return source?.value
  return type === 'CallExpression' && callee.name === 'require' ? args[0]?.value : undefined
}

/**
 * The packages that a built module imports, statically or when it needs them.
 * @param {string} code
 * @param {'module' | 'script'} [sourceType]
 * @returns {Set<string>}
 */
export function packagesOf(code, sourceType = 'module') {
  const found = new Set()
  for (const node of nodesOf(parse(code, { ecmaVersion: 'latest', sourceType }))) {
    const name = askedBy(node)
    if (typeof name !== 'string' || name.startsWith('.') || isBuiltin(name)) continue
    found.add(name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
  }
  return found
}

/**
 * What is wrong between imports and `dependencies`, in words.
 * @param {ReadonlySet<string>} imported
 * @param {readonly string[]} dependencies
 */
export const mismatches = (imported, dependencies) => [
  ...[...imported]
    .filter((name) => !dependencies.includes(name))
    .map((name) => `The command imports “${name}”, which is not among the dependencies.`),
  ...dependencies
    .filter((name) => !imported.has(name))
    .map(
      (name) => `“${name}” is a dependency that the command does not import; the page’s are devDependencies.`,
    ),
]

const scripts = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file) && !/^(?:page|site|whole|action|vscode)\b/.test(file))
    .map((file) => join(folder, file))

function check() {
  const dist = join(root, 'dist')
  const imported = new Set(
    scripts(dist).flatMap((file) => [
      ...packagesOf(readFileSync(file, 'utf8'), file.endsWith('.cjs') ? 'script' : 'module'),
    ]),
  )
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wrong = mismatches(imported, Object.keys(dependencies))
  const assets = join(dist, 'page/assets')
  if (!existsSync(assets)) wrong.push('The page is not built.')
  else {
    // TypeScript's compiler is the one thing of more than five megabytes.
    const large = readdirSync(assets).filter((file) => statSync(join(assets, file)).size > 5_000_000)
    if (large.length !== 1) wrong.push(`TypeScript must be in the page once; large are: ${large.join(', ')}.`)
  }
  // The bundler's own list would lack what is in workers and in the sandbox.
  const notice = join(dist, 'page/NOTICE.md')
  const told = existsSync(notice) ? readFileSync(notice, 'utf8') : ''
  for (const name of ['react', 'quickjs-emscripten-core', 'readable-stream'])
    if (!told.includes(`## ${name} `))
      wrong.push(`page/NOTICE.md does not list “${name}”, which is built in.`)
  for (const line of wrong) process.stderr.write(`${line}\n`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) check()
