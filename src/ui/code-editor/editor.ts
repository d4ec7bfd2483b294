/** One editor in an element of the page: texts in and out, marks, lines in a light, keys. It knows no CloudFront. */
import { keepEditorView, keptEditorView } from '#ui/kept-scroll.ts'
import { minimalEdit } from './minimal-edit.ts'
import { monaco } from './monaco.ts'
import { followPageTheme } from './theme.ts'

export type EditorLanguage = 'yaml' | 'hcl' | 'javascript' | 'json' | 'plaintext'

/** A squiggle; lines and columns count from 1. Without an end it covers the word. */
export interface EditorMark {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}
export interface EditorLines {
  readonly first: number
  readonly last: number
}
/** A key chord as `Ctrl+Shift+Z`; what it does gives false where Monaco should go on as usual. */
export type EditorKeys = Readonly<Record<string, () => void>>

export interface EditorOptions {
  readonly text: string
  readonly language: EditorLanguage
  /** What screen readers call it. */
  readonly label: string
  /** The model's address; a language service tells its files apart by it. */
  readonly uri?: string
  readonly isReadOnly?: boolean
  /** For very large texts: no folding, no bracket pairs, no hovers over words. */
  readonly isLarge?: boolean
  readonly keys?: EditorKeys
  readonly onChange?: (text: string) => void
  /** The person moved the cursor (not an edit from outside). */
  readonly onCursor?: (line: number) => void
  /** The person went on to something else of the page. */
  readonly onLeave?: () => void
}

export interface Editor {
  readonly text: () => string
  /** Another text for the same thing: replaces only what differs, so cursor and scroll stay; calls no `onChange`. */
  readonly setText: (text: string) => void
  /** Puts a text where the cursor is, or over the selection. */
  readonly insert: (text: string) => void
  readonly mark: (marks: readonly EditorMark[]) => void
  readonly light: (lines: EditorLines | undefined) => void
  readonly goTo: (line: number, column: number) => void
  readonly focus: () => void
  readonly undo: () => void
  readonly redo: () => void
  /** What follows is a step of its own for `undo`. */
  readonly endStep: () => void
  readonly run: (action: string) => void
  readonly setReadOnly: (isReadOnly: boolean) => void
  readonly dispose: () => void
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

const keyCodes: Readonly<Record<string, number>> = {
  Z: monaco.KeyCode.KeyZ,
  Y: monaco.KeyCode.KeyY,
  K: monaco.KeyCode.KeyK,
  S: monaco.KeyCode.KeyS,
  Enter: monaco.KeyCode.Enter,
}
function keybinding(chord: string): number {
  const parts = chord.split('+')
  const key = keyCodes[parts.at(-1) ?? '']
  if (key === undefined) throw new Error(`The editor has no key “${chord}”.`)
  const ctrl = parts.includes('Ctrl') ? monaco.KeyMod.CtrlCmd : 0
  return ctrl | (parts.includes('Shift') ? monaco.KeyMod.Shift : 0) | key
}

const family = '"JetBrains Mono", ui-monospace, "SF Mono", Menlo, Consolas, monospace'

const settings = ({ label, isReadOnly = false, isLarge = false }: EditorOptions) =>
  ({
    ariaLabel: `${label}. Press Escape, then Tab, to leave the editor.`,
    automaticLayout: true,
    readOnly: isReadOnly,
    // A textarea is what the page's shortcuts take for typing, and what every screen reader knows.
    editContext: false,
    fixedOverflowWidgets: true,
    folding: !isLarge,
    fontFamily: family,
    fontSize: 12,
    lineHeight: 18,
    minimap: { enabled: false },
    matchBrackets: isLarge ? 'never' : 'always',
    bracketPairColorization: { enabled: false },
    occurrencesHighlight: isLarge ? 'off' : 'singleFile',
    quickSuggestions: !isLarge,
    // A name that is typed out is no suggestion any more: Enter is the next line.
    acceptSuggestionOnEnter: 'smart',
    // Above the first lines it would cover what stands over the editor.
    hover: { above: false },
    wordBasedSuggestions: isLarge ? 'off' : 'currentDocument',
    renderLineHighlight: 'line',
    // The number of the last, empty line would be paler than can be read.
    renderFinalNewline: 'on',
    scrollBeyondLastLine: false,
    padding: { top: 6, bottom: 6 },
    overviewRulerLanes: 2,
    tabSize: 2,
    insertSpaces: true,
    unicodeHighlight: { ambiguousCharacters: false },
    stickyScroll: { enabled: false },
    scrollbar: { alwaysConsumeMouseWheel: false },
  }) as const satisfies monaco.editor.IStandaloneEditorConstructionOptions

/** Escape, where nothing else needs it, lets the next Tab leave the editor (WCAG 2.1.2, no keyboard trap). */
function allowLeaving(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.addCommand(
    monaco.KeyCode.Escape,
    () => editor.updateOptions({ tabFocusMode: true }),
    '!suggestWidgetVisible && !findWidgetVisible && !parameterHintsVisible && !renameInputVisible && !inSnippetMode && !editorHasMultipleSelections && !markersNavigationVisible && !editorHoverVisible',
  )
  const stay = () => editor.updateOptions({ tabFocusMode: false })
  editor.onDidBlurEditorText(stay)
  editor.onDidChangeModelContent(stay)
}

function marker(model: monaco.editor.ITextModel, mark: EditorMark): monaco.editor.IMarkerData {
  const line = Math.min(Math.max(1, mark.line), model.getLineCount())
  const column = Math.min(Math.max(1, mark.column), model.getLineMaxColumn(line))
  const word = model.getWordAtPosition({ lineNumber: line, column })
  return {
    severity: severities[mark.severity],
    message: mark.message,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: mark.endLine ?? line,
    endColumn: mark.endColumn ?? word?.endColumn ?? Math.max(column + 1, model.getLineMaxColumn(line)),
  }
}

/** What an editor showed when it was left, and which lines were lit. */
interface KeptView {
  readonly view: monaco.editor.ICodeEditorViewState | null
  readonly lit: string | undefined
}

/** Puts an editor where one of its name was left, and lights lines: it goes to those that were not lit then. */
function withPlace(editor: monaco.editor.IStandaloneCodeEditor, name: string) {
  const before = keptEditorView(name) as KeptView | undefined
  if (before) editor.restoreViewState(before.view)
  const decorations = editor.createDecorationsCollection()
  let lit = before?.lit
  return {
    light(lines: { readonly first: number; readonly last: number } | undefined) {
      if (!lines) {
        decorations.clear()
        return
      }
      const range = new monaco.Range(lines.first, 1, lines.last, 1)
      const color = { id: 'editorCursor.foreground' }
      const overviewRuler = { color, position: monaco.editor.OverviewRulerLane.Full }
      decorations.set([{ range, options: { isWholeLine: true, className: 'frontage-lit', overviewRuler } }])
      const was = lit
      lit = `${lines.first} ${lines.last}`
      if (lit !== was) editor.revealRangeNearTopIfOutsideViewport(range, monaco.editor.ScrollType.Immediate)
    },
    keep: () => keepEditorView(name, { view: editor.saveViewState(), lit } satisfies KeptView),
  }
}

/** Makes an editor in `host`; the caller disposes of it. */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const letGo = followPageTheme()
  const uri = options.uri === undefined ? undefined : monaco.Uri.parse(options.uri)
  if (uri) monaco.editor.getModel(uri)?.dispose()
  const language = options.isLarge ? 'plaintext' : options.language
  const model = monaco.editor.createModel(options.text, language, uri)
  const editor = monaco.editor.create(host, { ...settings(options), model })
  const place = withPlace(editor, options.uri ?? options.label)
  let isOurs = false
  for (const [chord, act] of Object.entries(options.keys ?? {})) editor.addCommand(keybinding(chord), act)
  allowLeaving(editor)
  editor.onDidBlurEditorText(() => options.onLeave?.())
  model.onDidChangeContent(() => {
    if (!isOurs) options.onChange?.(model.getValue())
  })
  editor.onDidChangeCursorPosition(({ position, source }) => {
    if (!isOurs && source !== 'api') options.onCursor?.(position.lineNumber)
  })
  const replace = (text: string) => {
    const edit = minimalEdit(model.getValue(), text)
    if (!edit) return
    const range = monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end))
    model.pushStackElement()
    model.pushEditOperations([], [{ range, text: edit.text }], () => null)
    model.pushStackElement()
  }
  return {
    text: () => model.getValue(),
    setText(text) {
      isOurs = true
      replace(text)
      isOurs = false
    },
    insert(text) {
      const range = editor.getSelection() ?? model.getFullModelRange()
      editor.executeEdits('insert', [{ range, text, forceMoveMarkers: true }])
      editor.focus()
    },
    mark: (marks) =>
      monaco.editor.setModelMarkers(
        model,
        'frontage',
        marks.map((mark) => marker(model, mark)),
      ),
    light: place.light,
    goTo(line, column) {
      editor.setPosition({ lineNumber: line, column })
      editor.revealLineInCenter(line)
      editor.focus()
    },
    focus: () => editor.focus(),
    undo: () => editor.trigger('frontage', 'undo', null),
    redo: () => editor.trigger('frontage', 'redo', null),
    endStep: () => model.pushStackElement(),
    run: (action) => void editor.getAction(action)?.run(),
    setReadOnly: (readOnly) => editor.updateOptions({ readOnly }),
    dispose() {
      place.keep()
      editor.dispose()
      model.dispose()
      letGo()
    },
  }
}
