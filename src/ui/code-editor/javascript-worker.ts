/** The language service for JavaScript, with `Handler` as the type of a handler; runs in a worker. */
import { initialize, TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker.js'
import { type Inserted, spansFromTyped, toTyped, withHandlerType } from './handler-typing.ts'

interface Diagnostic {
  category: number
  readonly code: number
}
const warning = 0
/** TypeScript's numbers of what is a mistake in plain JavaScript too: unknown names and fields, wrong arguments, read-only. */
const told = new Set([2304, 2339, 2345, 2322, 2540, 2551, 2552, 2554, 2561, 2588, 2769])
/** Calls whose second argument, and for some also the third, is an offset. */
const offsetsOf: Readonly<Record<string, number>> = {
  getCompletionsAtPosition: 1,
  getCompletionEntryDetails: 1,
  getSignatureHelpItems: 1,
  getQuickInfoAtPosition: 1,
  getDocumentHighlights: 1,
  getDefinitionAtPosition: 1,
  getReferencesAtPosition: 1,
  findRenameLocations: 1,
  getRenameInfo: 1,
  getFormattingEditsForDocument: 0,
  getFormattingEditsForRange: 2,
  getFormattingEditsAfterKeystroke: 1,
  getSemanticDiagnostics: 0,
  getSuggestionDiagnostics: 0,
  getNavigationTree: 0,
}

class HandlerWorker extends TypeScriptWorker {
  private readonly inserted = new Map<string, Inserted | undefined>()

  override _getScriptText(fileName: string): string | undefined {
    const text = super._getScriptText(fileName)
    if (text === undefined || !fileName.endsWith('.js')) return text
    const typed = withHandlerType(text)
    this.inserted.set(fileName, typed.inserted)
    return typed.text
  }

  /** Where the note stands in a file now. */
  noteIn(fileName: string): Inserted | undefined {
    this._getScriptText(fileName)
    return this.inserted.get(fileName)
  }
}

type Method = (this: HandlerWorker, fileName: string, ...given: unknown[]) => Promise<unknown>

const isDiagnosticList = (name: string, answer: unknown): answer is Diagnostic[] =>
  name === 'getSemanticDiagnostics' && Array.isArray(answer)

for (const [name, offsets] of Object.entries(offsetsOf)) {
  // The names above are methods of the class.
  const original = Reflect.get(TypeScriptWorker.prototype, name) as Method
  const moved: Method = async function (fileName, ...given) {
    const note = this.noteIn(fileName)
    const there = given.map((one, index) =>
      index < offsets && typeof one === 'number' ? toTyped(one, note) : one,
    )
    const answer = spansFromTyped(await original.call(this, fileName, ...there), note)
    if (!isDiagnosticList(name, answer)) return answer
    return answer.filter(({ code }) => told.has(code)).map((one) => ({ ...one, category: warning }))
  }
  Object.defineProperty(HandlerWorker.prototype, name, { value: moved, configurable: true })
}

self.onmessage = () => {
  initialize((context, data) => new HandlerWorker(context, data))
}
