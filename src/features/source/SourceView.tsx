import { useEffect, useMemo, useRef, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import { commit, currentDocument, redo, undo, useDesign, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { select, showDialog, useSession } from '#state/session.ts'
import { CodeEditor } from '#ui/code-editor/CodeEditor.tsx'
import type { Editor, EditorLanguage, EditorOptions } from '#ui/code-editor/editor.ts'
import { SelectInput } from '#ui/fields.tsx'
import { marksOf } from './marks.ts'
import { placeAtLine, placeOf } from './places.ts'
import { StatusLine } from './StatusLine.tsx'
import styles from './source.module.css'
import { createSourceClient, type SourceClient } from './source-client.ts'
import { Sync, type SyncState } from './sync.ts'

/** Characters above which a text is read only when the person says so, and shown without colors. */
const largeText = 600_000

const ownFormat = (document: DesignDocument) => document.source?.format ?? 'cloudformation-yaml'

interface Opened {
  readonly text: string
  readonly syntax: EditorLanguage
  readonly document: DesignDocument
  readonly state: SyncState
}

/** The text of a format, written for the editor to begin with. */
function useOpened(client: SourceClient, format: string): Opened | undefined {
  const [opened, setOpened] = useState<Opened>()
  useEffect(() => {
    let isCurrent = true
    const document = currentDocument()
    void client.ask('write', format, document).then(({ text, syntax, places, losses }) => {
      if (isCurrent)
        setOpened({ text, syntax, document, state: { status: { is: 'same' }, places, losses, notes: [] } })
    })
    return () => {
      isCurrent = false
    }
  }, [client, format])
  return opened
}

interface SourceEditorProps {
  readonly client: SourceClient
  readonly format: string
  readonly opened: Opened
  readonly isEditable: boolean
}

/** The editor with everything that ties it to the design; a new format makes a new one. */
function SourceEditor({ client, format, opened, isEditable }: SourceEditorProps) {
  const document = useDocument()
  const selection = useSession((session) => session.selection)
  const problems = useProblems((state) => state.problems)
  const [state, setState] = useState(opened.state)
  const [editor, setEditor] = useState<Editor>()
  const handle = useRef<Editor>(undefined)
  const stateNow = useRef(state)
  const isLarge = opened.text.length > largeText
  const sync = useMemo(
    () =>
      new Sync({
        client,
        commit,
        document: currentDocument,
        format: () => (isEditable ? (currentDocument().source?.format ?? format) : format),
        now: () => performance.now(),
        selection: () => useSession.getState().selection,
        select: (path) => select(path),
        editor: {
          text: () => handle.current?.text() ?? '',
          setText: (text) => handle.current?.setText(text),
          endStep: () => handle.current?.endStep(),
        },
        tell: (next) => {
          stateNow.current = next
          setState(next)
        },
      }),
    [client, format, isEditable],
  )
  const isSame = () => sync.status === 'same'
  const options: EditorOptions = {
    text: opened.text,
    language: opened.syntax,
    label: isEditable ? 'Source' : 'Source, read only',
    isReadOnly: !isEditable,
    isLarge,
    keys: {
      'Ctrl+Z': () => (isSame() ? undo() : handle.current?.undo()),
      'Ctrl+Shift+Z': () => (isSame() ? redo() : handle.current?.redo()),
      'Ctrl+Y': () => (isSame() ? redo() : handle.current?.redo()),
      'Ctrl+Enter': () => void sync.read(),
      'Ctrl+K': () => showDialog('commands'),
      'Ctrl+S': () => showDialog('export'),
    },
    onChange: () => sync.typed(isLarge),
    onCursor: (line) => {
      const place = isSame() ? placeAtLine(stateNow.current.places, line) : undefined
      if (place) select(place.path)
    },
  }

  useEffect(() => {
    if (!editor) return
    sync.begin(opened.document, opened.state.places, opened.state.losses)
    void sync.changed()
    return () => sync.dispose()
  }, [editor, sync, opened])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document is read by the sync; this says when
  useEffect(() => {
    if (editor) void sync.changed()
  }, [document, editor, sync])

  const lit = placeOf(state.places, selection)
  const [first, last] = [lit?.first, lit?.last]
  useEffect(() => {
    editor?.light(first === undefined || last === undefined ? undefined : { first, last })
  }, [editor, first, last])
  useEffect(() => {
    if (!editor) return
    let isCurrent = true
    void marksOf(client, editor.text(), currentDocument(), state, problems).then((marks) => {
      if (isCurrent) editor.mark(marks)
    })
    return () => {
      isCurrent = false
    }
  }, [client, editor, problems, state])

  return (
    <>
      <StatusLine
        state={state}
        isEditable={isEditable}
        onGoTo={(line, column) => editor?.goTo(line, column)}
        onApply={() => void sync.read()}
        onDiscard={() => void sync.discard()}
      />
      <div className={styles['editor']} data-testid="source">
        <CodeEditor
          options={options}
          onReady={(ready) => {
            handle.current = ready
            setEditor(ready)
          }}
        />
      </div>
    </>
  )
}

function Source() {
  const document = useDocument()
  const [chosen, setChosen] = useState<string>()
  const [client, setClient] = useState<SourceClient>()
  const [choices, setChoices] = useState<readonly { value: string; label: string }[]>([])
  useEffect(() => {
    const own = createSourceClient()
    setClient(own)
    void own.ask('formats').then(setChoices)
    return () => own.dispose()
  }, [])
  const format = chosen ?? ownFormat(document)
  const isEditable = format === ownFormat(document) || document.source === undefined
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        {choices.length > 0 && (
          <SelectInput
            label="Format of the source"
            value={format}
            onChange={(value) => setChosen(value === ownFormat(document) ? undefined : value)}
            choices={choices}
          />
        )}
        {!isEditable && (
          <span className={styles['hint']}>
            Read only: typing goes into the format that the design was opened from.
          </span>
        )}
      </div>
      {client && (
        <OpenedSource
          key={`${format} ${isEditable}`}
          client={client}
          format={format}
          isEditable={isEditable}
        />
      )}
    </div>
  )
}

function OpenedSource({ client, format, isEditable }: Omit<SourceEditorProps, 'opened'>) {
  const opened = useOpened(client, format)
  if (!opened) return <p className={styles['loading']}>Writing the source…</p>
  return <SourceEditor client={client} format={format} opened={opened} isEditable={isEditable} />
}

/** The design as text beside the canvas: what is typed changes the design, what is drawn changes the text. */
export function SourceView() {
  const id = useDesign((state) => state.id)
  return <Source key={id} />
}
