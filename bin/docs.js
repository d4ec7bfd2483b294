/** `npm run docs`: writes everything under docs/ that is derived from the code. A maintainer's command, which no build holds. */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './install.js'

const { module } = await runnerImport(join(root, 'src/cli/docs.ts'), { root, configFile: false })
process.exitCode = await module.docs()
