import type { AddCommand } from './options.ts'

export const addLsp: AddCommand = (frontage, finish) => {
  frontage
    .command('lsp')
    .description('serve an editor over the Language Server Protocol, on standard input and output')
    .option('--stdio', 'what editors add; there is no other way', true)
    .option('--clientProcessId <id>', 'what VS Code adds; the end of its output ends the server all the same')
    .action(async () => {
      const { lsp } = await import('#cli/lsp.ts')
      finish(await lsp())
    })
}
