/** The `frontage` command: the second door into the core. Section 2 of the contract names every call. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { profileNames } from '#core/rules/harness/profile.ts'
import { exitStatus, tell } from './status.ts'
import { refusalOf } from './system.ts'

const collect = (value: string, before: readonly string[]): string[] => [...before, value]

function assignment(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const equals = text.indexOf('=')
  if (equals <= 0) throw new InvalidArgumentError('Write it as NAME=VALUE.')
  return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) }
}

function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return number
}

function workerCount(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Workers are a number from 1 to 64.')
  return number
}

const format = (...choices: string[]) =>
  new Option('--format <format>', 'how to print').choices(choices).default('text')
const distribution = () =>
  new Option('--distribution <id>', 'one distribution, by logical id, resource address or comment')
const parameter = () =>
  new Option('--param <name=value>', 'a value for a template parameter').argParser(assignment).default({})

function addCheck(frontage: Command, finish: (status: number) => void): void {
  frontage
    .command('check <source...>')
    .description('validate sources: files, or folders with Terraform modules and templates')
    .addOption(format('text', 'json', 'sarif'))
    .addOption(parameter())
    .addOption(distribution())
    .addOption(
      new Option('--profile <name>', 'what is shown beside errors and warnings').choices([...profileNames]),
    )
    .option('--all', 'show every note too', false)
    .option('--fix', 'apply every safe fix, tell each, and write the source back', false)
    .option('--fix-dry-run', 'print what --fix would change, as a patch', false)
    .action(async (sources, { param, ...options }) => {
      const { check } = await import('./check.ts')
      finish(await check(sources, { ...options, parameters: param }))
    })
}

/** Each command's module is loaded when it is called, so that `check` never waits for the AWS SDK. */
function program(targets: string, finish: (status: number) => void): Command {
  const frontage = new Command('frontage')
    .description('Design, validate, trace and ship CloudFront distributions.')
    .version(frontageVersion)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })

  addCheck(frontage, finish)
  frontage
    .command('trace <source>')
    .description('send one request through the distribution, cold and then warm')
    .requiredOption('--url <url>', 'what the viewer asks for')
    .option('-X, --method <method>', 'the request method', 'GET')
    .option('-H, --header <header>', 'a request header, “name: value”', collect, [])
    .option('--viewer <key=value>', 'ip, country, pop, httpVersion', collect, [])
    .option('--leaks', 'also send pairs of viewers who differ in what is not in the cache key', false)
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, header, ...options }) => {
      const { trace } = await import('./trace.ts')
      finish(await trace(source, { ...options, headers: header, parameters: param }))
    })

  frontage
    .command('test <file...>')
    .description('run scenarios')
    .option('--leaks', 'also send pairs of viewers who differ in what is not in the cache key', false)
    .addOption(format('text', 'json', 'junit'))
    .action(async (files, options) => {
      const { test } = await import('./test.ts')
      finish(await test(files, options))
    })

  frontage
    .command('convert <source>')
    .description('write a source in another format')
    .requiredOption('--to <format>', targets)
    .option('--out <file>', 'write here instead of to standard output')
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { convert } = await import('./convert.ts')
      finish(await convert(source, { ...options, parameters: param }))
    })

  frontage
    .command('replay <source>')
    .description('serve the requests of a log by the design')
    .option('--log <file>', 'a log file or a folder of them; may be repeated', collect, [])
    .option('--compare <source>', 'another design, on the same log')
    .option('--fields <names>', "the log's fields in their order, by spaces, where it has no header")
    .option('--cache-control <pattern=value>', 'what origins answer with; may be repeated', collect, [])
    .option('--invalidate <time=paths>', 'paths, by commas, at a time; may be repeated', collect, [])
    .option('--no-learn', 'read the log once, without learning lifetimes from it first')
    .option('--suggest', 'search for changes that pay', false)
    .option('--workers <count>', 'threads that share the work; all cores for large logs', workerCount)
    .option('--csv <file>', 'also write the groups as CSV')
    .option('--athena', 'print SQL for Amazon Athena instead', false)
    .option('--location <url>', 'where the logs are for Athena: s3://…')
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { replay } = await import('./replay.ts')
      finish(await replay(source, { ...options, parameters: param }))
    })

  const account = (name: string, description: string) =>
    frontage
      .command(`${name} <source>`)
      .description(description)
      .option('--endpoint-url <url>', 'where the CloudFront API answers')
      .option('--profile <name>', "a profile of this machine's AWS configuration")
      .option('--journal <file>', 'where the journal of applies is, instead of the usual place')
      .addOption(format('text', 'json'))
  const design = (name: string, description: string) =>
    account(name, description)
      .option('--id <id>', 'the id of the live distribution')
      .addOption(
        new Option('--adopt <name=id>', "a resource of the account that is the design's; may be repeated")
          .argParser(assignment)
          .default({}),
      )
      .addOption(
        new Option('--create <name>', 'a resource to make beside what looks alike; may be repeated')
          .argParser(collect)
          .default([]),
      )
      .addOption(parameter())
      .addOption(distribution())
  const deletion = () =>
    new Option('--delete <name>', 'a resource that may be deleted').argParser(collect).default([])

  design('plan', 'say what apply would do, and do nothing')
    .option('--out <file>', 'save the plan, for apply')
    .option('--script <file>', 'write the plan as a shell script of aws commands')
    .option('--permissions', 'print the least permissions that the design needs, and plan nothing', false)
    .action(async (source, { param, ...options }) => {
      const { plan } = await import('./plan.ts')
      finish(await plan(source, { ...options, parameters: param }))
    })

  design('apply', 'create or change the distribution in the account; of a source or of a saved plan')
    .option('--yes', 'do not ask', false)
    .option('--wait', 'wait until CloudFront has deployed it', false)
    .option('--overwrite', 'push over what somebody else changed', false)
    .addOption(
      new Option('--allow-outage <name>', 'a resource that may stop answering; may be repeated')
        .argParser(collect)
        .default([]),
    )
    .option('--invalidate', 'remove what the change makes stale from the caches, and wait for it', false)
    .option('--bucket-policy', 'let CloudFront read the buckets behind origin access controls', false)
    .addOption(deletion())
    .action(async (source, { param, ...options }) => {
      const { apply } = await import('./apply.ts')
      finish(await apply(source, { ...options, parameters: param }))
    })

  design('promote', "give the primary distribution the configuration of the design's staging one")
    .option('--yes', 'do not ask', false)
    .action(async (source, { param, ...options }) => {
      const { promote } = await import('./afterwards.ts')
      finish(await promote(source, { ...options, parameters: param }))
    })

  account('undo', 'put the account into the configuration before the last apply of this source')
    .option('--yes', 'do it; without this it only says what it would do', false)
    .option('--run <id>', 'an earlier run of the journal')
    .addOption(deletion())
    .action(async (source, options) => {
      const { undo } = await import('./undo.ts')
      finish(await undo(source, options))
    })

  frontage
    .command('list')
    .description('say which distributions the account has')
    .option('--search <text>', 'only those whose id, names, comment or host name hold this')
    .option('--endpoint-url <url>', 'where the CloudFront API answers')
    .option('--profile <name>', "a profile of this machine's AWS configuration")
    .addOption(format('text', 'json'))
    .action(async (options) => {
      const { list } = await import('./import.ts')
      finish(await list(options))
    })

  frontage
    .command('import <id...>')
    .description('read distributions of the account, with everything that they refer to, as one design')
    .option('--to <format>', targets, 'design')
    .option('--out <file>', 'write here instead of to standard output')
    .option('--endpoint-url <url>', 'where the CloudFront API answers')
    .option('--profile <name>', "a profile of this machine's AWS configuration")
    .option('--journal <file>', 'where the journal of the written file is, instead of the usual place')
    .action(async (ids, options) => {
      const { importFromAccount } = await import('./import.ts')
      finish(await importFromAccount(ids, options))
    })

  frontage
    .command('serve')
    .description('serve the page on loopback, with the signing proxy')
    .option('--port <port>', 'the port to listen on', port)
    .option('--open', 'open the page in the browser', false)
    .option('--endpoint-url <url>', 'where the CloudFront API answers')
    .option('--profile <name>', "a profile of this machine's AWS configuration")
    .action(async (options) => {
      const { serve } = await import('./serve.ts')
      finish(await serve(options))
    })
  return frontage
}

/** The names of formats, where a command tells them: the formats are not loaded for the others. */
async function targetsFor(args: readonly string[]): Promise<string> {
  if (!args.includes('convert') && !args.includes('import')) return ''
  const { targetNames } = await import('./convert.ts')
  return targetNames().join(', ')
}

/** Runs the command line and sets the exit status. */
export async function main(args: readonly string[]): Promise<void> {
  // The SDK's advice on Node versions is for us, and standard error is for the person.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  try {
    await program(await targetsFor(args), (status) => {
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

await main(process.argv.slice(2))
