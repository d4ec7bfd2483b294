/** `npm start`: installs what is missing, builds, and serves the page on loopback. Arguments go to `frontage serve`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, installed, root } from './install.js'
import { progressLine } from './progress.js'

const progress = progressLine(process.stderr)
installed(progress.now)
built('dist/cli.js', 'cli', progress.now)
built('dist/page/index.html', undefined, progress.now)
progress.done('Frontage is built')
process.argv.splice(2, 0, 'serve')
await import(pathToFileURL(join(root, 'dist/cli.js')).href)
