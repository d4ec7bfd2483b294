import { type AddCommand, collect, distribution, format, parameter } from './options.ts'

export const addTrace: AddCommand = (frontage, finish) => {
  frontage
    .command('trace <source>')
    .description('send one request through the distribution, cold and then warm')
    .requiredOption('--url <url>', 'what the viewer asks for')
    .option('-X, --method <method>', 'the request method', 'GET')
    .option('-H, --header <header>', 'a request header, “name: value”', collect, [])
    .option('--viewer <key=value>', 'ip, country, pop, httpVersion', collect, [])
    .option(
      '--function-result <name=json>',
      'what a function gives back that is not run here: a response, or the request as it hands it on',
      collect,
      [],
    )
    .option('--player', 'play a stream: the manifest at the URL, its segments, and a second viewer', false)
    .option('--leaks', 'also send pairs of viewers who differ in what is not in the cache key', false)
    .addOption(format('text', 'json'))
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, header, functionResult, ...options }) => {
      const { trace } = await import('#cli/trace.ts')
      finish(
        await trace(source, {
          ...options,
          headers: header,
          functionResults: functionResult,
          parameters: param,
        }),
      )
    })
}
