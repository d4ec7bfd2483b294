/** The page beside the file: a webview whose frame is the page, served on loopback by this extension. */
import { join } from 'node:path'
import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { frameHtml } from './frame-html.ts'
import { type PageServer, servePage } from './page-server.ts'

/** Milliseconds after a key until the drawing follows. */
const pause = 400

type Ask = (uri: string) => Promise<string | null>

/** Keeps a panel at its file until either is closed. */
function follow(panel: WebviewPanel, document: TextDocument, ask: Ask): void {
  const uri = document.uri.toString()
  let waiting: NodeJS.Timeout | undefined
  const show = async () => {
    const fragment = await ask(uri)
    if (fragment !== null) await panel.webview.postMessage({ fragment })
  }
  const subscriptions: Disposable[] = [
    workspace.onDidChangeTextDocument((change) => {
      if (change.document.uri.toString() !== uri) return
      clearTimeout(waiting)
      waiting = setTimeout(() => void show(), pause)
    }),
    // The frame asks once it listens.
    panel.webview.onDidReceiveMessage(() => void show()),
  ]
  panel.onDidDispose(() => {
    clearTimeout(waiting)
    for (const subscription of subscriptions) subscription.dispose()
  })
}

const asked =
  (client: LanguageClient): Ask =>
  (uri) =>
    client.sendRequest('workspace/executeCommand', { command: 'frontage.link', arguments: [uri] })

/** Shows the button only above files that have a distribution; the server has to run. */
export async function showButton(context: ExtensionContext, client: LanguageClient): Promise<void> {
  const ask = asked(client)
  const tell = async () => {
    const document = window.activeTextEditor?.document
    const has = document !== undefined && (await ask(document.uri.toString())) !== null
    await commands.executeCommand('setContext', 'frontage.hasDistribution', has)
  }
  context.subscriptions.push(window.onDidChangeActiveTextEditor(() => void tell()))
  await tell()
}

/** Adds the command “Open in Frontage”. */
export function openBeside(context: ExtensionContext, client: LanguageClient): void {
  let serving: Promise<PageServer> | undefined
  const ask = asked(client)
  const open = async () => {
    const document = window.activeTextEditor?.document
    if (!document) return
    if ((await ask(document.uri.toString())) === null) {
      await window.showInformationMessage('This file does not read as a CloudFront distribution.')
      return
    }
    serving ??= servePage(join(context.extensionPath, 'page'))
    const { url } = await serving
    // In a remote window the browser reaches the page by another address.
    const external = await env.asExternalUri(Uri.parse(url))
    const name = document.uri.path.split('/').at(-1) ?? 'file'
    const panel = window.createWebviewPanel('frontage', `Frontage: ${name}`, ViewColumn.Beside, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    })
    panel.webview.html = frameHtml(external.toString(true))
    follow(panel, document, ask)
  }
  context.subscriptions.push(commands.registerCommand('frontage.open', open), {
    dispose: () => void serving?.then((server) => server.close()),
  })
}
