/** The JavaScript that the page loads first, gzipped: what index.html names and what those files import at once. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './install.js'

const budget = 300 * 1024
const page = join(root, 'dist/page')
const html = readFileSync(join(page, 'index.html'), 'utf8')
const open = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => join(page, match[1]))
const seen = new Set()
for (const file of open) {
  if (seen.has(file)) continue
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  for (const match of code.matchAll(/(?:^|[;}\s])import\s*(?:[\w{}*,$\s]+from\s*)?"(\.[^"]+\.js)"/g))
    open.push(join(dirname(file), match[1]))
}
const total = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
process.stdout.write(
  `first load: ${(total / 1024).toFixed(1)} KB of JavaScript (gzip) in ${seen.size} files; budget ${budget / 1024} KB\n`,
)
if (total > budget) process.exit(1)
