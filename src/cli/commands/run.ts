import { InvalidArgumentError, Option } from 'commander'
import { type AddCommand, assignment, collect, distribution, format, parameter, port } from './options.ts'

function megabytes(text: string): number {
  const number = Number(text)
  if (!(number > 0) || !Number.isFinite(number))
    throw new InvalidArgumentError('Write a number of megabytes.')
  return number
}

export const addRun: AddCommand = (frontage, finish) => {
  frontage
    .command('run <source...>')
    .description('serve the distributions on this machine, between a browser and your own servers')
    .addOption(
      new Option(
        '--origin <id=target>',
        'a URL, a folder or a scenario in the place of an origin; may be repeated',
      )
        .argParser(assignment)
        .default({}),
    )
    .option('--port <port>', 'the port to listen on; 0 takes a free one', port)
    .option('--admin-port <port>', 'the port that takes orders; 0 takes a free one', port)
    .option('--https', 'HTTPS and HTTP/2 too, with a certificate authority of this machine', false)
    .option('--cert <file>', 'a certificate for --https, as PEM')
    .option('--key <file>', 'its key, as PEM')
    .option('--listen <address>', 'another address than 127.0.0.1; others may then connect')
    .option(
      '--host <name>',
      'a further host name to answer to, or NAME=DISTRIBUTION; may be repeated',
      collect,
      [],
    )
    .option('--viewer <key=value>', 'who the viewer is: country=DE,pop=FRA56; may be repeated', collect, [])
    .option('--kvs <file>', 'keys and values of the key value stores, as JSON')
    .option('--account <file>', 'what lives outside the template, such as ids of public keys, as JSON')
    .option('--verify-oac', 'folders refuse what an origin access control has not signed', false)
    .option('--cache-size <megabytes>', 'what the caches may hold', megabytes)
    .option(
      '--record <file>',
      'write what is asked and answered: a scenario, a HAR file (.har) or a standard log (.log, .log.gz)',
    )
    .option(
      '--watch',
      'take changes of the sources, of --kvs and --account as they are saved; the caches stay',
      false,
    )
    .option('--open', 'open the page, which shows the requests as they come', false)
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (sources, { param, ...options }) => {
      const { run } = await import('#cli/run.ts')
      finish(await run(sources, { ...options, parameters: param }))
    })
}
