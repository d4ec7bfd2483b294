import { type AddCommand, awsProfile, endpoint } from './options.ts'

export const addMcp: AddCommand = (frontage, finish) => {
  frontage
    .command('mcp')
    .description('serve assistants over the Model Context Protocol, on standard input and output')
    .option('--root <folder>', 'the folder that files may be read from', '.')
    .addOption(endpoint())
    .addOption(awsProfile())
    .action(async (options) => {
      const { mcp } = await import('#cli/mcp.ts')
      finish(await mcp(options))
    })
}
