import { InvalidArgumentError } from 'commander'
import { type AddCommand, collect, distribution, format, parameter } from './options.ts'

const numberWithin =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`Write a number from ${least} to ${most}.`)
    return value
  }

export const addVerify: AddCommand = (frontage, finish) => {
  frontage
    .command('verify <source>')
    .description('send requests to a real endpoint and tell where it does not do what the design says')
    .option('--against <url>', 'the endpoint: https://d111111abcdef8.cloudfront.net')
    .option(
      '--recorded <file>',
      'what “curl -v” printed, or a HAR file, instead; may be repeated',
      collect,
      [],
    )
    .option('--scenarios <file>', 'scenarios whose requests are sent too; may be repeated', collect, [])
    .option('--path <path>', 'a path that is asked for too; may be repeated', collect, [])
    .option('-H, --header <header>', 'a header of every request, “name: value”', collect, [])
    .option('--host <name>', "another Host than the endpoint's")
    .option('--max-requests <count>', 'requests at most', numberWithin(1, 1000), 60)
    .option('--rate <count>', 'requests a second at most', numberWithin(0.1, 100), 10)
    .option('--timeout <seconds>', 'how long an answer may take', numberWithin(1, 300), 10)
    .option('--insecure', 'take a certificate that nobody vouches for', false)
    .option('--save-case <file>', 'write the differences as cases that “frontage test” runs')
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { verify } = await import('#cli/verify.ts')
      finish(await verify(source, { ...options, parameters: param }))
    })
}
