import { InvalidArgumentError } from 'commander'
import { type AddCommand, addBucketOptions, collect, distribution, format, parameter } from './options.ts'

function workerCount(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Workers are a number from 1 to 64.')
  return number
}

function shardCount(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError('Shards are a number from 1 to 10000.')
  return number
}

export const addReplay: AddCommand = (frontage, finish) => {
  addBucketOptions(frontage.command('replay <source>'))
    .description('serve the requests of a log by the design')
    .option(
      '--log <file>',
      'a log file, a folder of them or s3://bucket/prefix; may be repeated',
      collect,
      [],
    )
    .option('--compare <source>', 'another design, on the same log')
    .option('--fields <names>', "the log's fields in their order, by spaces, where it has no header")
    .option('--cache-control <pattern=value>', 'what origins answer with; may be repeated', collect, [])
    .option('--invalidate <time=paths>', 'paths, by commas, at a time; may be repeated', collect, [])
    .option('--no-learn', 'read the log once, without learning lifetimes from it first')
    .option('--suggest', 'search for changes that pay', false)
    .option(
      '--leaks',
      'also send pairs of viewers to the paths of the log, who differ in what is not in the key',
      false,
    )
    .option('--workers <count>', 'threads that share the work; all cores for large logs', workerCount)
    .option('--csv <file>', 'also write the groups as CSV')
    .option('--spark <folder>', 'write a PySpark job for logs larger than a machine instead')
    .option('--shards <count>', 'parts that Spark shares the work out to', shardCount)
    .option('--athena', 'print SQL for Amazon Athena instead', false)
    .option('--location <url>', 'where the logs are for Athena: s3://…')
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { replay } = await import('#cli/replay.ts')
      finish(await replay(source, { ...options, parameters: param }))
    })
}
