/** `npm start`: installs what is missing, builds, and serves the page on loopback. Arguments go to `frontage serve`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, installed, root } from './install.js'

installed()
built('dist/cli.js', 'cli')
built('dist/page/index.html')
process.argv.splice(2, 0, 'serve')
await import(pathToFileURL(join(root, 'dist/cli.js')).href)
