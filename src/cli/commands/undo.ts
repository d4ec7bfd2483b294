import { account, deletion, outage } from './account.ts'
import type { AddCommand } from './options.ts'

export const addUndo: AddCommand = (frontage, finish) => {
  account(frontage, 'undo', 'put the account into the configuration before the last apply of this source')
    .option('--yes', 'do it; without this it only says what it would do', false)
    .option('--run <id>', 'an earlier run of the journal')
    .addOption(outage())
    .addOption(deletion())
    .action(async (source, options) => {
      const { undo } = await import('#cli/undo.ts')
      finish(await undo(source, options))
    })
}
