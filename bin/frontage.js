#!/usr/bin/env node
/** The `frontage` command. In a checkout it installs and builds what is missing first, and says nothing of it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, installed, root } from './install.js'

if (existsSync(join(root, 'src'))) {
  installed({ quiet: true })
  built('dist/cli.js', 'cli', { quiet: true })
  if (process.argv[2] === 'serve') built('dist/page/index.html', undefined, { quiet: true })
}
await import(pathToFileURL(join(root, 'dist/cli.js')).href)
