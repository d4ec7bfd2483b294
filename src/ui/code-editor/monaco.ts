/** Monaco with the parts that the page uses; whoever imports this file does so lazily, since it is large. */
import * as monaco from 'monaco-editor/editor/editor.api.js'
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'
// All of them: some ask for services that others bring.
import 'monaco-editor/features/register.all.js'
import 'monaco-editor/languages/definitions/hcl/register.js'
import 'monaco-editor/languages/definitions/yaml/register.js'

/** Workers by the language they serve; a language adds its own. */
export const editorWorkers = new Map<string, () => Worker>()

self.MonacoEnvironment = {
  getWorker: (_id, label) => editorWorkers.get(label)?.() ?? new EditorWorker(),
}

export { monaco }
