import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

export const addList: AddCommand = (frontage, finish) => {
  frontage
    .command('list')
    .description('say which distributions the account has')
    .option('--search <text>', 'only those whose id, names, comment or host name hold this')
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (options) => {
      const { list } = await import('#cli/import.ts')
      finish(await list(options))
    })
}
