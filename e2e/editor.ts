/**
 * A stand-in for the module `vscode`, which exists inside of VS Code alone: what the extension and Microsoft's language
 * client ask of it for one open file. The client, the protocol, the server and the page are the real ones.
 */
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

type Listener = (given: unknown) => void
type Members = Readonly<Record<string, unknown>>

export interface Panel {
  html: string
  readonly posted: { readonly fragment?: string }[]
  /** What the frame does once it listens. */
  ready: Listener
}
export interface Editor {
  readonly commands: Map<string, (...given: unknown[]) => Promise<unknown>>
  /** The number of problems of each time that they were told. */
  readonly problems: number[]
  readonly panels: Panel[]
  readonly messages: unknown[]
  readonly context: Map<unknown, unknown>
  activate(): Promise<void>
  deactivate(): Promise<void>
}

const disposable = { dispose: () => {} }
const uriOf = (text: string): object => ({
  scheme: text.split(':')[0],
  path: new URL(text).pathname,
  fsPath: new URL(text).pathname,
  toString: () => text,
})

/** Whatever else is asked for: an event, a function, a class or a folder of them. */
const anything = (): unknown =>
  new Proxy(class {}, {
    get: (target, name) => {
      if (name === 'prototype') return target.prototype
      if (typeof name === 'symbol' || name === 'then') return undefined
      return name.startsWith('on') ? () => disposable : anything()
    },
    apply: () => disposable,
  })
const filled = (own: Members): object =>
  new Proxy(own, {
    get: (target, name) => {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name)
      if (typeof name === 'symbol') return undefined
      return name.startsWith('on') ? () => disposable : anything()
    },
  })

class Emitter {
  private readonly listeners: Listener[] = []
  readonly event = (listener: Listener) => {
    this.listeners.push(listener)
    return disposable
  }
  fire(given: unknown): void {
    for (const listener of this.listeners) listener(given)
  }
  dispose(): void {}
}
class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: () => disposable }
  cancel(): void {}
  dispose(): void {}
}

function moduleFor(file: string, editor: Editor): object {
  const note = async (message: unknown) => void editor.messages.push(message)
  const document = {
    uri: uriOf(pathToFileURL(file).href),
    languageId: 'yaml',
    version: 1,
    getText: () => readFileSync(file, 'utf8'),
  }
  const log = { append: () => {}, appendLine: () => {}, info: () => {}, warn: () => {}, error: note }
  return filled({
    version: '1.91.0',
    Uri: filled({ parse: uriOf }),
    EventEmitter: Emitter,
    CancellationTokenSource,
    workspace: filled({
      textDocuments: [document],
      isTrusted: true,
      workspaceFolders: undefined,
      notebookDocuments: [],
      getConfiguration: () => ({ get: () => 'essential' }),
    }),
    window: filled({
      activeTextEditor: { document },
      visibleTextEditors: [],
      tabGroups: filled({ all: [] }),
      showErrorMessage: note,
      showInformationMessage: note,
      showWarningMessage: note,
      createOutputChannel: () => filled({ ...log, logLevel: 3, dispose: () => {} }),
      createWebviewPanel: () => panelOf(editor),
    }),
    languages: filled({
      match: () => 10,
      createDiagnosticCollection: () =>
        filled({
          set: (_: unknown, list: unknown[]) => editor.problems.push(list.length),
          delete: () => {},
          clear: () => {},
        }),
    }),
    commands: {
      registerCommand: (name: string, run: (...given: unknown[]) => Promise<unknown>) => {
        editor.commands.set(name, run)
        return disposable
      },
      executeCommand: async (name: string, key: unknown, value: unknown) =>
        void (name === 'setContext' && editor.context.set(key, value)),
    },
    env: filled({ asExternalUri: async (uri: unknown) => uri, language: 'en' }),
  })
}

function panelOf(editor: Editor): object {
  const panel: Panel = { html: '', posted: [], ready: () => {} }
  editor.panels.push(panel)
  const webview = {
    set html(text: string) {
      panel.html = text
    },
    postMessage: async (message: Panel['posted'][number]) => panel.posted.push(message),
    onDidReceiveMessage: (listener: Listener) => {
      panel.ready = listener
      return disposable
    },
  }
  return { webview, onDidDispose: () => disposable }
}

/** Loads the built extension beside an open file. */
export function editorWith(extension: string, file: string): Editor {
  const editor: Editor = {
    commands: new Map(),
    problems: [],
    panels: [],
    messages: [],
    context: new Map(),
    activate: () => loaded.activate({ extensionPath: extension, subscriptions: [] }),
    deactivate: () => loaded.deactivate(),
  }
  const vscode = moduleFor(file, editor)
  const load: (...given: unknown[]) => unknown = Reflect.get(Module, '_load')
  Reflect.set(Module, '_load', (...given: unknown[]) => (given[0] === 'vscode' ? vscode : load(...given)))
  const loaded = createRequire(import.meta.url)(`${extension}/extension.cjs`)
  Reflect.set(Module, '_load', load)
  return editor
}
