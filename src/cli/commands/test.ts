import { type AddCommand, format } from './options.ts'

export const addTest: AddCommand = (frontage, finish) => {
  frontage
    .command('test <file...>')
    .description('run scenarios')
    .option('--leaks', 'also send pairs of viewers who differ in what is not in the cache key', false)
    .addOption(format('text', 'json', 'junit'))
    .action(async (files, options) => {
      const { test } = await import('#cli/test.ts')
      finish(await test(files, options))
    })
}
