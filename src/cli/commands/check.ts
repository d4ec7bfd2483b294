import { Option } from 'commander'
import { profileNames } from '#core/rules/harness/profile.ts'
import { type AddCommand, distribution, format, parameter } from './options.ts'

export const addCheck: AddCommand = (frontage, finish) => {
  frontage
    .command('check <source...>')
    .description('validate sources: files, or folders with Terraform modules and templates')
    .addOption(format('text', 'json', 'sarif'))
    .addOption(parameter())
    .addOption(distribution())
    .addOption(
      new Option('--profile <name>', 'what is shown beside errors and warnings').choices([...profileNames]),
    )
    .option('--all', 'show every note too', false)
    .option('--only-cloudfront', 'pass over files that declare no distribution', false)
    .option('--fix', 'apply every safe fix, tell each, and write the source back', false)
    .option('--fix-dry-run', 'print what --fix would change, as a patch', false)
    .action(async (sources, { param, ...options }) => {
      const { check } = await import('#cli/check.ts')
      finish(await check(sources, { ...options, parameters: param }))
    })
}
