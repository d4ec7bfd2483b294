/** The `frontage` command: the second door into the core. Section 2 of the contract names every call. */

import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import type { AddCommand } from './commands/options.ts'
import { exitStatus, tell } from './status.ts'
import { refusalOf } from './system.ts'

/** Of a call that names a command, only that one is described: the others would be for nothing. */
const calledIn = ([name = '']: readonly string[]): readonly AddCommand[] =>
  commands[name] ? [commands[name]] : Object.values(commands)

/** Each command's module is loaded when it is called, so that `check` never waits for the AWS SDK. */
function program(args: readonly string[], formats: string, finish: (status: number) => void): Command {
  const frontage = new Command('frontage')
    .description('Design, validate, trace and ship CloudFront distributions.')
    .version(frontageVersion)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  for (const add of calledIn(args)) add(frontage, finish, formats)
  return frontage
}

/** The names of formats, where a command tells them: the formats are not loaded for the others. */
async function targetsFor(args: readonly string[]): Promise<string> {
  if (!args.includes('convert') && !args.includes('import')) return ''
  const { targetNames } = await import('./convert.ts')
  return targetNames().join(', ')
}

/** Runs the command line and sets the exit status; bin/command.cjs calls it. */
export async function main(args: readonly string[]): Promise<void> {
  // The SDK's advice on Node versions is for us, and standard error is for the person.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  try {
    await program(args, await targetsFor(args), (status) => {
      process.exitCode = status
    }).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitStatus.ok : exitStatus.unreadable
      return
    }
    const refusal = refusalOf(error)
    if (refusal !== undefined) {
      tell(refusal)
      process.exitCode = exitStatus.unreadable
      return
    }
    tell(
      `frontage: a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    process.exitCode = exitStatus.bug
  }
}
