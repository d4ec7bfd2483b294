/** The extension for VS Code: starts the language server, and shows what its commands answer. */
import { join } from 'node:path'
import { type ExtensionContext, workspace } from 'vscode'
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node'
import { answered } from './answers.ts'
import { openBeside, showButton } from './beside.ts'

const languages = ['yaml', 'json', 'jsonc', 'terraform', 'hcl'] as const

let client: LanguageClient | undefined

/** The profile that a person chose; without a choice the project's file decides. */
function chosenProfile(): Readonly<Record<string, string>> {
  const profile = workspace.getConfiguration('frontage').get<string>('profile')
  return profile === undefined || profile === 'essential' ? {} : { profile }
}

export async function activate(context: ExtensionContext): Promise<void> {
  const server: NodeModule = {
    module: join(context.extensionPath, 'server', 'cli.js'),
    args: ['lsp'],
    transport: TransportKind.stdio,
  }
  client = new LanguageClient(
    'frontage',
    'Frontage',
    { run: server, debug: server },
    {
      documentSelector: languages.flatMap((language) =>
        ['file', 'untitled'].map((scheme) => ({ scheme, language })),
      ),
      initializationOptions: chosenProfile(),
      middleware: { executeCommand: answered },
    },
  )
  openBeside(context, client)
  await client.start()
  await showButton(context, client)
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}
