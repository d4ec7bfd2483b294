import { type AddCommand, distribution, parameter } from './options.ts'

export const addConvert: AddCommand = (frontage, finish, formats) => {
  frontage
    .command('convert <source>')
    .description('write a source in another format')
    .requiredOption('--to <format>', formats)
    .option('--out <file>', 'write here instead of to standard output')
    .addOption(parameter())
    .addOption(distribution())
    .action(async (source, { param, ...options }) => {
      const { convert } = await import('#cli/convert.ts')
      finish(await convert(source, { ...options, parameters: param }))
    })
}
