/** The command as one file runs it that is started by itself, without bin/command.cjs. */
import { main } from './main.ts'

await main(process.argv.slice(2))
