/** The language server: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/ */

import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { profileNames } from '#core/rules/harness/profile.ts'
import { editorCommands } from './editor-commands.ts'
import { Session } from './session.ts'

/** A pause in typing after which a text is read; a key on a small file is answered at once all the same. */
const pause = 40

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  completionProvider: { triggerCharacters: [':', ' ', '"', '='] },
  definitionProvider: true,
  referencesProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  codeLensProvider: {},
  executeCommandProvider: { commands: Object.keys(editorCommands) },
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

/** Serves an editor until it says exit. */
export function serveEditor(connection: Connection, version: string): void {
  const session = new Session()
  const texts = new TextDocuments(TextDocument)
  const waiting = new Map<string, NodeJS.Timeout>()

  /** Reads what stands there now, so that no answer is about an older text. */
  const taken = (uri: string): void => {
    const text = texts.get(uri)
    if (text && session.at(uri)?.version !== text.version) session.take(text)
  }
  const check = async (uri: string): Promise<void> => {
    taken(uri)
    const checked = session.at(uri)?.version
    const diagnostics = await session.check(uri)
    if (checked === undefined || session.at(uri)?.version !== checked) return
    await connection.sendDiagnostics({ uri, version: checked, diagnostics: [...diagnostics] })
  }
  const soon = (uri: string): void => {
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri)
        check(uri).catch((error: unknown) => connection.console.error(String(error)))
      }, pause),
    )
  }

  connection.onInitialize(({ initializationOptions }) => {
    const wanted = member(initializationOptions, 'profile')
    session.profile = profileNames.find((name) => name === wanted)
    return { capabilities, serverInfo: { name: 'frontage', version } }
  })
  texts.onDidChangeContent(({ document: { uri } }) => soon(uri))
  texts.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    session.close(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  const on =
    <Given extends { readonly textDocument: { readonly uri: string } }, Answer>(
      answer: (given: Given) => Answer,
    ) =>
    (given: Given): Answer => {
      taken(given.textDocument.uri)
      return answer(given)
    }
  connection.onHover(on((given) => session.hover(given)))
  connection.onCompletion((given) => {
    const { uri } = given.textDocument
    // Reading a large text takes longer than a person waits for a word.
    if (!session.at(uri)) taken(uri)
    return session.complete(given, texts.get(uri)?.getText().split('\n') ?? [])
  })
  connection.onDefinition(on((given) => session.define(given)))
  connection.onReferences(on((given) => session.references(given)))
  connection.onCodeAction(on((given) => session.fixes(given)))
  connection.onCodeLens(on(({ textDocument }) => session.lenses(textDocument.uri)))
  connection.onExecuteCommand(({ command, arguments: given = [] }) => {
    taken(String(given[0]))
    return editorCommands[command]?.(session, given) ?? null
  })
  texts.listen(connection)
  connection.listen()
}
