import { useEffect, useRef, useState } from 'react'
import styles from './code-editor.module.css'
import type { Editor, EditorOptions } from './editor.ts'

interface CodeEditorProps {
  /** Read once, when the editor is made; a new `key` makes a new editor. */
  readonly options: EditorOptions
  /** Loaded before the editor is made: a language service. */
  readonly prepare?: () => Promise<unknown>
  readonly onReady: (editor: Editor | undefined) => void
}

/** Monaco, loaded when first shown. What happens to the text goes through the handle that `onReady` gets. */
export function CodeEditor({ options, prepare, onReady }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const [isLoading, setLoading] = useState(true)
  const given = useRef({ options, prepare, onReady })
  given.current = { options, prepare, onReady }
  useEffect(() => {
    let editor: Editor | undefined
    let isGone = false
    const start = async () => {
      await given.current.prepare?.()
      const { createEditor } = await import('./editor.ts')
      if (isGone || !host.current) return
      editor = createEditor(host.current, given.current.options)
      setLoading(false)
      given.current.onReady(editor)
    }
    void start()
    return () => {
      isGone = true
      given.current.onReady(undefined)
      editor?.dispose()
    }
  }, [])
  return (
    <div className={styles['frame']}>
      <div className={styles['host']} ref={host} />
      {isLoading && <p className={styles['loading']}>Loading the editor…</p>}
    </div>
  )
}
