/** JavaScript in the editor: completions, hovers and checks by a language service, from the declarations it is given. */
import 'monaco-editor/languages/definitions/javascript/register.js'
import {
  javascriptDefaults,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
} from 'monaco-editor/languages/features/typescript/register.js'
import { editorWorkers } from './monaco.ts'

editorWorkers.set(
  'javascript',
  () => new Worker(new URL('./javascript-worker.ts', import.meta.url), { type: 'module' }),
)

javascriptDefaults.setCompilerOptions({
  allowJs: true,
  checkJs: true,
  allowNonTsExtensions: true,
  allowSyntheticDefaultImports: true,
  lib: ['es2022'],
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  noEmit: true,
  target: ScriptTarget.ES2020,
})
// Syntax is checked by who knows the runtime.
javascriptDefaults.setDiagnosticsOptions({ noSyntaxValidation: true, noSuggestionDiagnostics: true })
javascriptDefaults.setEagerModelSync(true)

/** The declarations that all code sees from now on; `Handler` among them is the type of a handler. */
export function setDeclarations(text: string): void {
  javascriptDefaults.setExtraLibs([{ content: text, filePath: 'file:///declarations.d.ts' }])
}
