import { useEffect, useMemo, useRef, useState } from 'react'
import { parseFunctionCode } from '#core/edge/module-form.ts'
import { checkRestrictions, type Restriction } from '#core/edge/restrictions.ts'
import { setAt } from '#core/model/edit.ts'
import type { DesignFunction } from '#core/trace/compile/functions-in.ts'
import type { FunctionTest } from '#core/trace/scenario/function-test.ts'
import { commit, redo, undo } from '#state/design.ts'
import { showDialog } from '#state/session.ts'
import { CodeEditor } from '#ui/code-editor/CodeEditor.tsx'
import type { Editor, EditorMark } from '#ui/code-editor/editor.ts'
import { declarationsFor } from './typings.ts'

/** Milliseconds without a key before what was typed becomes an edit. */
const typingPause = 200
/** Milliseconds between two keys that still are one step of undo. */
const burstPause = 1500

function problemsOf({ fn, code, runtime }: DesignFunction): readonly Restriction[] {
  if (fn.type === 'cloudfront-function')
    return checkRestrictions(code, runtime === 'cloudfront-js-1.0' ? runtime : 'cloudfront-js-2.0')
  if (fn.code === null) return []
  const parsed = parseFunctionCode(code)
  return 'problem' in parsed ? [{ severity: 'error', ...parsed.problem }] : []
}

/** The squiggles of a function: what its runtime refuses, and where its last run failed. */
function marksOf(shown: DesignFunction, test: FunctionTest | undefined): EditorMark[] {
  const error = test?.error
  const failure: EditorMark[] =
    error?.line === undefined
      ? []
      : [
          {
            severity: 'error',
            message: `${error.type}: ${error.message}`,
            line: error.line,
            column: error.column ?? 1,
          },
        ]
  return [...problemsOf(shown), ...failure]
}

interface FunctionEditorProps {
  readonly shown: DesignFunction
  readonly test: FunctionTest | undefined
  readonly onRun: () => void
  readonly onReady: (editor: Editor | undefined) => void
}

/** The code of one function as the design holds it; every pause of typing is an edit. */
export function FunctionEditor({ shown, test, onRun, onReady }: FunctionEditorProps) {
  const [editor, setEditor] = useState<Editor>()
  const handle = useRef<Editor>(undefined)
  const now = useRef({ shown, onRun })
  now.current = { shown, onRun }
  const isScript = shown.fn.type === 'cloudfront-function' || shown.fn.code !== null
  const { language } = shown.fn

  const typing = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let burst = { name: 0, until: 0 }
    const flush = () => {
      clearTimeout(timer)
      timer = undefined
      const { codePath, code, id } = now.current.shown
      const text = handle.current?.text()
      if (!codePath || text === undefined || text === code) return
      const edit = setAt(codePath, text, `Edit the code of “${id}”`)
      commit({ ...edit, mergeKey: `${edit.mergeKey} ${burst.name}` })
    }
    return {
      flush,
      isPending: () => timer !== undefined,
      typed() {
        const at = performance.now()
        burst = { name: at > burst.until ? burst.name + 1 : burst.name, until: at + burstPause }
        clearTimeout(timer)
        timer = setTimeout(flush, typingPause)
      },
    }
  }, [])
  useEffect(() => () => typing.flush(), [typing])

  useEffect(() => {
    if (editor && !typing.isPending()) editor.setText(shown.code)
  }, [editor, shown.code, typing])
  useEffect(() => editor?.mark(marksOf(shown, test)), [editor, shown, test])

  const step = (move: () => void) => () => {
    typing.flush()
    move()
  }
  return (
    <CodeEditor
      options={{
        text: shown.code,
        language: isScript ? 'javascript' : 'plaintext',
        label: `Code of ${shown.id}`,
        uri: `file:///${encodeURIComponent(shown.id)}.js`,
        isReadOnly: shown.codePath === undefined,
        onChange: () => typing.typed(),
        // Whatever is pressed next runs what was typed.
        onLeave: typing.flush,
        keys: {
          'Ctrl+Z': step(undo),
          'Ctrl+Shift+Z': step(redo),
          'Ctrl+Y': step(redo),
          'Ctrl+Enter': step(() => now.current.onRun()),
          'Ctrl+K': () => showDialog('commands'),
          'Ctrl+S': () => showDialog('export'),
        },
      }}
      prepare={async () => {
        const { setDeclarations } = await import('#ui/code-editor/javascript.ts')
        setDeclarations(declarationsFor(language))
      }}
      onReady={(ready) => {
        handle.current = ready
        setEditor(ready)
        onReady(ready)
      }}
    />
  )
}
