import { type AddCommand, awsProfile, endpoint } from './options.ts'

export const addImport: AddCommand = (frontage, finish, formats) => {
  frontage
    .command('import <id...>')
    .description('read distributions of the account, with everything that they refer to, as one design')
    .option('--to <format>', formats, 'design')
    .option('--out <file>', 'write here instead of to standard output')
    .addOption(endpoint())
    .addOption(awsProfile())
    .option('--journal <file>', 'where the journal of the written file is, instead of the usual place')
    .action(async (ids, options) => {
      const { importFromAccount } = await import('#cli/import.ts')
      finish(await importFromAccount(ids, options))
    })
}
