import { Argument } from 'commander'
import { choiceKinds } from '#core/plan/account-choices.ts'
import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

export const addList: AddCommand = (frontage, finish) => {
  frontage
    .command('list')
    .description('say which distributions the account has, or what else a design can name')
    .addArgument(new Argument('[kind]', 'what to list').choices(['distributions', ...choiceKinds]))
    .option('--search <text>', 'only those whose id, names, comment or host name hold this')
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (kind, options) => {
      if (kind !== undefined && kind !== 'distributions') {
        const { listChoices } = await import('#cli/choices.ts')
        return finish(await listChoices(kind, options))
      }
      const { list } = await import('#cli/import.ts')
      return finish(await list(options))
    })
}
