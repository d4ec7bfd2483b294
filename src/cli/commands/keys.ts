import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

export const addKeys: AddCommand = (frontage, finish) => {
  frontage
    .command('keys <store>')
    .description('print the keys of a key value store, or make them those of a file')
    .option('--from <file>', 'keys and values as JSON')
    .option('--prune', 'also remove keys that the file does not have', false)
    .option('--yes', 'do it; without this it only says what would change', false)
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (store, options) => {
      const { keys } = await import('#cli/keys.ts')
      finish(await keys(store, options))
    })
}
