/**
 * The JavaScript that the page loads first, gzipped as `frontage serve` sends it: what index.html names and what those
 * files import at once; and the same with what the page asks for as soon as a design is open, the drawing and the rules.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './install.js'

const page = join(root, 'dist/page')
const html = readFileSync(join(page, 'index.html'), 'utf8')
const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, file]) => file)
const assets = readdirSync(join(page, 'assets'))
const opened = ['drawing', 'check'].flatMap((name) => {
  const found = assets.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
  if (found.length === 0) throw new Error(`No chunk of the page is called “${name}”; see bin/size-budget.js.`)
  return found.map((file) => `assets/${file}`)
})

function weigh(what, names, budget) {
  const open = names.map((name) => join(page, name))
  const seen = new Set()
  for (const file of open) {
    if (seen.has(file)) continue
    seen.add(file)
    const code = readFileSync(file, 'utf8')
    for (const match of code.matchAll(/(?:^|[;}\s])import\s*(?:[\w{}*,$\s]+from\s*)?"(\.[^"]+\.js)"/g))
      open.push(join(dirname(file), match[1]))
  }
  const total = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1024
  process.stdout.write(
    `${what}: ${total.toFixed(1)} KB of JavaScript (gzip) in ${seen.size} files; budget ${budget} KB\n`,
  )
  if (total > budget) process.exitCode = 1
}

weigh('first view', named, 230)
weigh('with the drawing and the rules of an open design', [...named, ...opened], 550)
