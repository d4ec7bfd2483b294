/** The part of Monaco's TypeScript worker that ours extends; the package ships no types for it. */
declare module 'monaco-editor/languages/features/typescript/ts.worker.js' {
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown)
    _getScriptText(fileName: string): string | undefined
  }
  export function initialize(make: (context: unknown, data: unknown) => TypeScriptWorker): void
}
