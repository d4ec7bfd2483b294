import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

export const addDomain: AddCommand = (frontage, finish) => {
  frontage
    .command('domain <name>')
    .description('say who has an alternate domain name, and move it to a distribution or tenant')
    .requiredOption('--to <id>', 'the distribution or tenant that is to have it')
    .option('--yes', 'do it; without this it only says who has it', false)
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (name, options) => {
      const { domain } = await import('#cli/domain.ts')
      finish(await domain(name, options))
    })
}
