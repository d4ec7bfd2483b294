import { type AddCommand, awsProfile, endpoint, port } from './options.ts'

export const addServe: AddCommand = (frontage, finish) => {
  frontage
    .command('serve')
    .description('serve the page on loopback, with the signing proxy')
    .option('--port <port>', 'the port to listen on', port)
    .option('--open', 'open the page in the browser', false)
    .addOption(endpoint())
    .addOption(awsProfile())
    .action(async (options) => {
      const { serve } = await import('#cli/serve.ts')
      finish(await serve(options))
    })
}
