/** `npm run build:action`: the action with its command built in, as one folder that needs nothing installed. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { built, root } from './install.js'

built('whole')
const folder = join(root, 'dist/action')
rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'bin'), { recursive: true })
for (const file of ['action.yml', 'bin/action.js', 'LICENSE']) cpSync(join(root, file), join(folder, file))
// Where action.js looks for it first.
cpSync(join(root, 'dist/whole'), join(folder, 'dist'), { recursive: true })
process.stdout.write('dist/action: the action and its command.\n')
