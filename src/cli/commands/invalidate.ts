import { type AddCommand, format } from './options.ts'

export const addInvalidate: AddCommand = (frontage, finish) => {
  frontage
    .command('invalidate <path...>')
    .description('remove objects from the caches of a running “frontage run”')
    .option('--admin <url>', 'where it takes orders', 'http://127.0.0.1:8081')
    .option('--distribution <id>', 'one distribution of it')
    .addOption(format('text', 'json'))
    .action(async (paths, options) => {
      const { invalidate } = await import('#cli/invalidate.ts')
      finish(await invalidate(paths, options))
    })
}
