#!/usr/bin/env node
/** The `frontage` command. In a checkout it installs and builds what is missing first, and says nothing of it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, installed, root } from './install.js'

if (existsSync(join(root, 'src'))) {
  installed()
  // Not part of the command that people get.
  if (process.argv[2] === 'docs') {
    await import('./docs.js')
    process.exit()
  }
  built('dist/cli.js', 'cli')
  if (process.argv.includes('--spark')) built('dist/spark-shard.js', 'spark')
  if (process.argv[2] === 'serve') built('dist/page/index.html')
}
await import(pathToFileURL(join(root, 'dist/cli.js')).href)
