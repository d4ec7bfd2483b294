import { type AddCommand, awsProfile, endpoint, format } from './options.ts'

export const addInvalidate: AddCommand = (frontage, finish) => {
  frontage
    .command('invalidate <path...>')
    .description('remove paths, or cache tags (#tag), from a running “frontage run” or a live distribution')
    .option('--admin <url>', 'where a running “frontage run” takes orders', 'http://127.0.0.1:8081')
    .option('--distribution <id>', 'one distribution of it')
    .option('--id <id>', 'a distribution or tenant of the account in its place')
    .option('--yes', 'do it in the account; without this it only says what it would do', false)
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(format('text', 'json'))
    .action(async (paths, { id, ...options }) => {
      if (id !== undefined) {
        const { invalidateLive } = await import('#cli/invalidate-live.ts')
        finish(await invalidateLive(paths, { ...options, id }))
        return
      }
      const { invalidate } = await import('#cli/invalidate.ts')
      finish(await invalidate(paths, options))
    })
}
