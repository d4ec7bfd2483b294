/** `npm start`: installs what is missing, builds, and serves the page on loopback. Arguments go to `frontage serve`. */
import { runCommand } from './command.cjs'
import { built, builtPage, installed } from './install.js'
import { progressLine } from './progress.js'

const progress = progressLine(process.stderr)
installed(progress.now)
built('cli', progress.now)
built('library', progress.now)
builtPage(progress.now)
progress.done('Frontage is built')
process.argv.splice(2, 0, 'serve')
runCommand()
